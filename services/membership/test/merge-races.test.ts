import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { patiently, send } from './fixtures/changes.ts';
import { gatheringChanges } from './fixtures/gatherings.ts';
import { change } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { enterRecord, merges } from './fixtures/records.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const both = () => merges(network);
const pair = async () => [await enterRecord(network, { siren: null }), await enterRecord(network, { leader: 'Odile Vaur' })] as const;
const countOf = async (table: string, ...uuids: string[]) => {
  const [row] = await network.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE company_id = ANY ($1::uuid[])`,
    [uuids],
  );
  return row?.count;
};

/** Goes on as soon as somebody waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await network.database.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

describe('many at once', () => {
  test('of fifty merges of the same two one is, whichever of them is to stay', async () => {
    const [one, other] = await pair();
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? both().merge(one, other) : both().merge(other, one))),
    );
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(all.filter(({ typeName }) => typeName === 'CompaniesMerged')).toHaveLength(1);
    expect(all.filter(({ done }) => done.reason === 'MERGED_ALREADY')).toHaveLength(49);
  });

  test('the same request sent fifty times merges once, with one answer', async () => {
    const [one, other] = await pair();
    const idempotencyKey = randomUUID();
    const all = await Promise.all(Array.from({ length: 50 }, () => both().merge(one, other, { idempotencyKey })));
    expect(new Set(all.map(({ done }) => done.merge.id)).size).toBe(1);
    expect((await both().merge(one, other, { idempotencyKey, reason: 'Another one.' })).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' } },
    ]);
  });

  test('of fifty who undo a merge one does', async () => {
    const [one, other] = await pair();
    const { done } = await both().merge(one, other);
    const all = await Promise.all(Array.from({ length: 50 }, () => both().undo(done.merge.id)));
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(all.filter(({ typeName }) => typeName === 'MergeUndone')).toHaveLength(1);
    expect(all.filter(({ done: refused }) => refused.reason === 'UNDONE_ALREADY')).toHaveLength(49);
  });

  test('whoever applies or signs up for either record at that moment does so for the company', async () => {
    const { act, opened } = gatheringChanges(network);
    const gatheringId = await opened({ audience: 'ALL_COMPANIES', places: 40 });
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = await pair();
      const apply = ({ id }: { id: string }) => change(network, 'applyForMembership', { companyId: id, branch: 'tarn', consent: true });
      const signUp = { gatheringId, companyId: other.id, personId: encodeId('person', other.personId) };
      const [merged, applied, signedUp] = await Promise.all([
        both().merge(one, other),
        apply(other),
        act(staff, 'signUpForGathering', signUp),
      ]);
      expect(merged.typeName).toBe('CompaniesMerged');
      for (const { errors } of [applied, signedUp]) expect(errors).toEqual([]);
      expect(await countOf('membership_application', one.uuid)).toBe(1);
      expect(await countOf('gathering_sign_up', one.uuid)).toBe(1);
    }
  });
});

describe('a merge waits', () => {
  test('for what is being entered about either record, and takes it along', async () => {
    const [one, other] = await pair();
    const merged = await network.database.source.transaction(async (manager) => {
      // No other lock than that of the foreign key: whoever enters a row points to the company.
      await manager.query(`INSERT INTO prospect_contact (id, company_id, contacted_on, outcome) VALUES ($1, $2, '2026-11-20', 'NOT_NOW')`, [
        newId(),
        other.uuid,
      ]);
      const merging = both().merge(one, other);
      await somebodyWaits();
      return { merging };
    });
    expect((await merged.merging).typeName).toBe('CompaniesMerged');
    expect(await countOf('prospect_contact', one.uuid)).toBe(1);
  });

  test('and who enters something meanwhile waits for it, and enters it of the company', async () => {
    const [one, other] = await pair();
    const { merging, applying } = await network.database.source.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM person WHERE company_id = $1 FOR UPDATE', [other.uuid]);
      const merging = both().merge(one, other);
      await somebodyWaits();
      const applying = change(network, 'applyForMembership', { companyId: other.id, branch: 'tarn', consent: true });
      return { merging, applying };
    });
    expect((await merging).typeName).toBe('CompaniesMerged');
    expect((await applying).done).toMatchObject({ company: { id: one.id } });
    expect(await countOf('membership_application', one.uuid)).toBe(1);
  });
});

test.each<[string, TestViewer, string]>([
  ['a member', member, 'FORBIDDEN'],
  ['a stranger', {}, 'UNAUTHENTICATED'],
  ['a hub abroad', hub, 'FORBIDDEN'],
  ['reports', reporter, 'FORBIDDEN'],
  ['the lead of another branch', { ...leadOfTarn, branch: 'toulouse' }, 'FORBIDDEN'],
  ['a branch that may only read', { ...leadOfTarn, scopes: ['members:read', 'branch:manage'] }, 'FORBIDDEN'],
])('%s neither merges nor undoes', async (_, as, code) => {
  const [one, other] = await pair();
  expect((await both().merge(one, other, {}, as)).errors).toMatchObject([{ extensions: { code } }]);
  const { done } = await both().merge(one, other);
  expect((await both().undo(done.merge.id, {}, as)).errors).toMatchObject([{ extensions: { code } }]);
});

test('nobody merges their own company, nor one of another branch', async () => {
  const [one, other] = await pair();
  const speaker = { ...staff, company: other.id };
  expect((await both().merge(one, other, {}, speaker)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const theirs = await enterRecord(network, { siren: null, branch: 'toulouse' });
  expect((await both().merge(one, theirs)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await both().merge(one, theirs, {}, staff)).typeName).toBe('CompaniesMerged');
});

test('the history tells it of both, with no reason in it, and goes on under one company', async () => {
  const [one, other] = await pair();
  await send(network, staff, 'tellCompaniesApart', { companyId: one.id, otherCompanyId: other.id, reason: 'Two mills.' }, '__typename');
  await both().merge(one, other);
  const query = '{ company(id: $id) { membershipFile { history(first: 9) { edges { node { action to why } } } } } }';
  const { data } = await patiently(() => network.graph.ask(`query ($id: ID!) ${query}`, { as: staff, variables: { id: other.id } }));
  expect(data.company.membershipFile.history.edges.map(({ node }: { node: object }) => node)).toEqual([
    { action: 'mergeCompanies', to: 'MERGED_AWAY', why: null },
    { action: 'mergeCompanies', to: 'MERGED', why: null },
    { action: 'tellCompaniesApart', to: 'TOLD_APART', why: null },
    { action: 'tellCompaniesApart', to: 'TOLD_APART', why: null },
  ]);
});

test('merged records of many companies cost as many statements as those of one', async () => {
  const page = (first: number) =>
    network.statements.during(() =>
      network.graph.ask(`{ companies(first: ${first}) { edges { node { mergedRecords { mergedId } } } } }`, { as: staff }),
    );
  expect(await page(50)).toEqual(await page(2));
});
