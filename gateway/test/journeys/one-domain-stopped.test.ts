import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, Network, operation } from './network.ts';

let network: Network;
let question: string;

beforeAll(async () => {
  question = await operation('console/export-question.graphql');
  network = await Network.start('stopped');
});
afterAll(() => network?.close());

async function askWithout(service: 'membership' | 'accelerator' | 'export-advisor' | 'investment-fund'): Promise<Answer> {
  await network.stack.stopService(service);
  try {
    return await network.ask(question, 'member', { country: 'MA' });
  } finally {
    await network.stack.startService(service);
  }
}

/** Every path at which the answer says null without being allowed to keep silent about it. */
function unexplainedNulls(answer: Answer, lost: readonly string[]): string[] {
  const explained = new Set(answer.errors.map((error) => error.path?.join('.')));
  return lost.filter((path) => !explained.has(path));
}

function paths(answer: Answer): (string | undefined)[] {
  return answer.errors.map((error) => error.path?.join('.'));
}

function onlyUnavailable(answer: Answer): void {
  expect(answer.status).toBe(200);
  expect(new Set(answer.errors.map((error) => error.extensions.code))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|stack|http:/);
}

describe('the export question, with one domain stopped', () => {
  test('without the accelerator: everything but the accelerators', async () => {
    const answer = await askWithout('accelerator');
    onlyUnavailable(answer);
    expect(paths(answer).sort()).toEqual(['company.acceleratorEligibility', 'programs']);
    expect(answer.data).toMatchObject({
      programs: null,
      fund: { status: 'PROJECT' },
      company: { acceleratorEligibility: null, fundFit: { verdict: 'FIT' } },
    });
    expect(answer.data.destination.positions.edges[0].node.company.legalName).toEqual(expect.any(String));
  });

  test('without the fund: everything but the fund', async () => {
    const answer = await askWithout('investment-fund');
    onlyUnavailable(answer);
    expect(paths(answer).sort()).toEqual(['company.fundFit', 'fund']);
    expect(answer.data.company.acceleratorEligibility[0].verdict).toBe('PASS');
    expect(answer.data.destination.name).toBe('Morocco');
  });

  test('without the export advisor: the company, the accelerators and the fund', async () => {
    const answer = await askWithout('export-advisor');
    onlyUnavailable(answer);
    expect(paths(answer)).toEqual(['destination']);
    expect(answer.data).toMatchObject({
      destination: null,
      company: { tradeName: 'Cantepau Aérostructures', fundFit: { verdict: 'FIT' } },
      fund: { status: 'PROJECT' },
    });
  });

  test('without membership: destination, premises, reviews, programs and fund, and a reason at each lost name', async () => {
    const answer = await askWithout('membership');
    onlyUnavailable(answer);
    const { destination } = answer.data;
    expect(answer.data.company).toBeNull();
    expect(destination.premises.edges.length).toBeGreaterThan(0);
    expect(destination.reviews.edges).toHaveLength(3);
    expect(destination.score.value).toBeGreaterThan(1);
    expect(answer.data.programs).toHaveLength(2);
    expect(answer.data.fund.status).toBe('PROJECT');
    const names = destination.positions.edges.map(
      (edge: { node: { company: { id: string; legalName: string | null } } }, index: number) => {
        expect(edge.node.company).toMatchObject({ id: expect.stringMatching(/^company_/), legalName: null, homeBranch: null });
        return `destination.positions.edges.${index}.node.company.legalName`;
      },
    );
    expect(unexplainedNulls(answer, [...names, 'company', 'destination.hub.branch.name', 'destination.nearestHub.branch.name'])).toEqual(
      [],
    );
  });

  test('and once it is back, everything again', async () => {
    const { errors, data } = await network.ask(question, 'member', { country: 'MA' });
    expect(errors).toEqual([]);
    expect(data.company.tradeName).toBe('Cantepau Aérostructures');
  });
});
