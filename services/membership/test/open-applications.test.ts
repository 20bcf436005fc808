import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { paysDues } from './fixtures/dues.ts';
import { applicant, change } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const ask = (as: TestViewer, first = 100, branch?: string) =>
  network.graph.ask(
    'query ($first: Int!, $branch: String) { openApplications(first: $first, branch: $branch) { edges { node { company { id legalName } branch { code } appliedOn daysWaiting outcome } } } }',
    { as, variables: { first, branch } },
  );
const of = async (companyId: string) =>
  (await ask(leadOfTarn)).data.openApplications.edges
    .map(({ node }: { node: { company: { id: string } } }) => node)
    .find(({ company }: { company: { id: string } }) => company.id === companyId);

test('an application waits for the bureau, then for the dues, then no more', async () => {
  const companyId = await applicant(network);
  expect(await of(companyId)).toMatchObject({ branch: { code: 'tarn' }, appliedOn: today, daysWaiting: 0, outcome: null });
  await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'APPROVED' });
  expect(await of(companyId)).toMatchObject({ outcome: 'APPROVED' });
  await paysDues(network, companyId, 2026);
  expect(await of(companyId)).toBeUndefined();
});

test('a rejected application waits for nobody', async () => {
  const companyId = await applicant(network);
  await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'REJECTED', ground: 'FILE_INCOMPLETE' });
  expect(await of(companyId)).toBeUndefined();
});

test('the list is for branches, each for its own', async () => {
  await applicant(network);
  expect((await ask({ ...leadOfTarn, branch: 'ales' })).data.openApplications.edges).toEqual([]);
  for (const [as, code] of [
    [{}, 'UNAUTHENTICATED'],
    [member, 'FORBIDDEN'],
    [hub, 'FORBIDDEN'],
  ] as const)
    expect((await ask(as)).errors).toMatchObject([{ extensions: { code } }]);
  expect((await ask(leadOfTarn, 10, 'ales')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await ask(staff, 1_000_000)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('it costs the same statements for one as for many', async () => {
  for (let made = 0; made < 3; made += 1) await applicant(network);
  const cost = async (first: number) => (await network.statements.during(() => ask(staff, first))).length;
  expect(await cost(100)).toBe(await cost(1));
});
