import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { type Answer, Network, operation } from './network.ts';

let network: Network;
let question: string;

beforeAll(async () => {
  question = await operation('console/export-question.graphql');
  network = await Network.start('question');
});
afterAll(() => network?.close());

interface Finding {
  readonly kind: string;
  readonly result: string;
  readonly message: string;
}

function assessment(answer: Answer, program: string) {
  return answer.data.company.acceleratorEligibility.find((one: { program: { name: string } }) => one.program.name.includes(program));
}

function results(answer: Answer, program: string): Record<string, string> {
  return Object.fromEntries(assessment(answer, program).criteria.map((one: Finding) => [one.kind, one.result]));
}

function finding(answer: Answer, program: string, kind: string): Finding {
  return assessment(answer, program).criteria.find((one: Finding) => one.kind === kind);
}

function codes(gaps: readonly { code: string }[]): string[] {
  return gaps.map((gap) => gap.code);
}

const ask = (variables: Record<string, unknown>, as = 'member', language = 'en') => network.ask(question, as, variables, language);

describe('the export question of the company in Albi', () => {
  test('about Morocco is answered in all its parts, without an error', async () => {
    const { data, errors, status } = await ask({ country: 'MA' });
    expect([status, errors]).toEqual([200, []]);
    expect(data.company).toMatchObject({
      town: 'Albi',
      department: '81',
      homeBranch: { code: 'tarn' },
      membershipStatus: 'ACTIVE',
      sizeCategory: { category: 'PME' },
    });
    expect(data.company.latestFigures).toMatchObject({
      closedOn: '2025-12-31',
      turnover: { amount: '4000000.00', currency: 'EUR' },
      fte: 32,
      source: 'DECLARED',
    });
    const { destination } = data;
    expect(destination).toMatchObject({
      name: 'Morocco',
      hub: { status: 'OPEN', branch: { name: 'Leader Morocco' } },
      house: { town: 'Casablanca' },
    });
    expect(destination.positions.edges.length).toBeGreaterThanOrEqual(15);
    expect(destination.positionsInOccitanie.edges.length).toBeGreaterThanOrEqual(8);
    const mayAsk = destination.positions.edges.filter((edge: { node: { callable: { may: boolean } } }) => edge.node.callable.may);
    expect(mayAsk.length).toBeGreaterThan(0);
    expect(destination.premises.edges.some((edge: { node: { freeDesks: number } }) => edge.node.freeDesks > 0)).toBe(true);
    expect(destination.score.n).toBeGreaterThanOrEqual(3);
    expect(destination.score.value).toBeGreaterThan(1);
    expect(destination.reviews.edges).toHaveLength(3);
    expect(destination.pitfalls.edges).toHaveLength(5);
    expect(destination.agreements.length).toBeGreaterThan(0);
    expect(assessment({ data } as Answer, 'PME')).toMatchObject({ verdict: 'PASS', version: { number: 2 } });
    expect(data.company.fundFit).toMatchObject({ verdict: 'FIT', neverCountedAgainst: [{ kind: 'CLASSICAL_REFUSAL' }] });
    expect(data.fund).toMatchObject({ status: 'PROJECT' });
    expect(data.programs).toHaveLength(2);
  });

  test('names every company abroad: each chapter of the story refers to companies that exist', async () => {
    const { data, errors } = await network.ask(
      `query ($after: String) { positions(first: 100, after: $after) { totalCount edges { node { company { id legalName homeBranch { code } } } } } }`,
      'staff',
    );
    expect(errors).toEqual([]);
    expect(data.positions.edges).toHaveLength(data.positions.totalCount);
    for (const edge of data.positions.edges)
      expect(edge.node.company).toMatchObject({ legalName: expect.any(String), homeBranch: { code: expect.any(String) } });
  });

  test('takes one fetch per subgraph and place, however many companies stand there', async () => {
    network.fetches.length = 0;
    await ask({ country: 'MA' });
    const places = network.fetches.map((fetch) => `${fetch.subgraph} ${fetch.path || '(root)'}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.filter((place) => place.endsWith('(root)'))).toHaveLength(4);
    const batches = network.fetches.filter((fetch) => fetch.path !== '');
    expect(batches.map((fetch) => fetch.subgraph)).toContain('membership');
    const companies = batches.find((fetch) => fetch.path.includes('positions.edges') && fetch.subgraph === 'membership');
    expect(companies?.representations).toBeGreaterThanOrEqual(15);
  });

  test('reads in French for a French reader', async () => {
    const { data } = await ask({ country: 'MA' }, 'member', 'fr-FR,fr;q=0.9');
    expect(data.destination.name).toBe('Maroc');
    expect(finding({ data } as Answer, 'PME', 'TURNOVER').message).toMatch(/4 M€/);
    expect(data.company.homeBranch.name).toBe('Antenne du Tarn');
  });

  test('about a country where nobody is says so, and offers the nearest hub', async () => {
    const { data, errors } = await ask({ country: 'VN' });
    expect(errors).toEqual([]);
    const { destination } = data;
    expect(destination.positions).toMatchObject({ totalCount: 0, edges: [] });
    expect(destination.premises.edges).toEqual([]);
    expect(destination.reviews.edges).toEqual([]);
    expect(destination.score).toMatchObject({ value: null, n: 0 });
    expect(codes(destination.gaps)).toContain('NOBODY_KNOWN');
    expect(destination.gaps.find((gap: { code: string }) => gap.code === 'NOBODY_KNOWN').message).toMatch(/nobody known/i);
    expect(destination.nearestHub).toMatchObject({ country: 'CN', branch: { name: 'Leader Asia' } });
  });
});

describe('a company that differs by one figure', () => {
  test('reads 0.1 M€ short with 2.9 M€, every other criterion equal', async () => {
    const albi = await ask({ country: 'MA' });
    const twin = await ask({ country: 'MA', companyId: await network.companyId('Rochegude Aérostructures') }, 'staff');
    expect(finding(twin, 'PME', 'TURNOVER')).toMatchObject({ result: 'FAIL', shortBy: { amount: '100000.00', currency: 'EUR' } });
    expect(finding(twin, 'PME', 'TURNOVER').message).toContain('0.1 M€ short');
    expect(assessment(twin, 'PME').nearestMiss.kind).toBe('TURNOVER');
    expect({ ...results(twin, 'PME'), TURNOVER: 'PASS' }).toEqual(results(albi, 'PME'));
  });

  test('reads UNKNOWN, micro or PME, with 9 FTE, 3.5 M€ and no balance sheet', async () => {
    const answer = await ask({ country: 'MA', companyId: await network.companyId('Verrière de Cordes') }, 'staff');
    expect(finding(answer, 'PME', 'SIZE_CATEGORY')).toMatchObject({ result: 'UNKNOWN', possible: ['MIC', 'PME'] });
    expect(finding(answer, 'PME', 'SIZE_CATEGORY').message).toContain('micro or PME');
    expect(assessment(answer, 'PME').verdict).toBe('UNKNOWN');
  });

  test('reads the same without a balance sheet, where it changes nothing', async () => {
    const albi = await ask({ country: 'MA' });
    const twin = await ask({ country: 'MA', companyId: await network.companyId('Lescure Aérostructures') }, 'staff');
    expect(twin.data.company.latestFigures.balanceTotal).toBeNull();
    expect(results(twin, 'PME')).toEqual(results(albi, 'PME'));
    expect(twin.data.company.fundFit.verdict).toBe(albi.data.company.fundFit.verdict);
  });
});

describe('a mistaken question', () => {
  test.each([
    [
      'an id of another type',
      { country: 'MA', companyId: 'program_014jpgn300fqjr18gr641mmezx' },
      'BAD_USER_INPUT',
      /the id of a program, but a company is expected/,
    ],
    ['an id that is none', { country: 'MA', companyId: '42' }, 'BAD_USER_INPUT', /begins with "company_"/],
    ['a company nobody knows', { country: 'MA', companyId: encodeId('company', newId()) }, 'NOT_FOUND', /./],
    ['no country', {}, 'BAD_USER_INPUT', /country/],
    ['a country that is none', { country: 'UK' }, 'BAD_USER_INPUT', /GB/],
    ['a day that does not exist', { country: 'MA', from: '2026-02-30' }, 'BAD_USER_INPUT', /yyyy-mm-dd/],
    ['a stay that ends before it begins', { country: 'MA', from: '2026-12-10', to: '2026-12-01' }, 'BAD_USER_INPUT', /./],
  ])('with %s is told what to do', async (_mistake, variables, code, sentence) => {
    const { status, errors } = await ask(variables);
    expect(status).toBeLessThan(500);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.message).toMatch(sentence);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|stack|SELECT|node_modules/);
  });

  test('by staff who have no company of their own is told to say which', async () => {
    const { errors, data } = await ask({ country: 'MA' }, 'staff');
    expect(errors.find((error) => error.path?.join('.') === 'company')).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(data.destination.name).toBe('Morocco');
  });

  test('about a company whose figures one may not see reads not found, never unknown', async () => {
    const companyId = await network.companyId('Rochegude Aérostructures');
    const { data, errors } = await ask({ country: 'MA', companyId });
    expect(data.company.acceleratorEligibility).toBeNull();
    expect(data.company.fundFit).toBeNull();
    const at = (path: string) => errors.filter((error) => error.path?.join('.') === path).map((error) => error.extensions.code);
    expect(at('company.acceleratorEligibility')).toEqual(['NOT_FOUND']);
    expect(at('company.fundFit')).toEqual(['NOT_FOUND']);
  });
});
