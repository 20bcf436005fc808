import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, idFromName, newId } from '@leader/subgraph-kit/values/ids';
import fc from 'fast-check';
import { companyTables } from '../src/persistence/duplicates/company-tables.ts';
import { send } from './fixtures/changes.ts';
import { nextSiren } from './fixtures/life.ts';
import { enterRecord, everything, merges, type RecordParts } from './fixtures/records.ts';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const both = () => merges(network);

/** How many rows each table has about a company, by any of its columns. */
async function rowsAbout(uuids: readonly string[]): Promise<number[]> {
  const counts = companyTables
    .filter(({ table }) => table !== 'merged_company')
    .map(({ table, columns }) => `(SELECT count(*) FROM ${table} WHERE $1 && ARRAY[${columns.join(', ')}])`);
  const [row] = await network.database.query<Record<string, string>>(
    `SELECT ${counts.map((count, index) => `${count} AS n${index}`).join(', ')} FROM (SELECT $1::uuid[]) AS asked`,
    [uuids],
  );
  return Object.values(row as object).map(Number);
}

const year = fc.constantFrom('2023-12-31', '2024-12-31', '2025-06-30');
const source = fc.constantFrom('DECLARED' as const, 'FILED' as const);
const anyRecord: fc.Arbitrary<RecordParts & { readonly signsUp?: boolean }> = fc.record(
  {
    foundedOn: fc.constantFrom('1999-04-01', '2004-05-06'),
    period: fc.constantFrom(['2019-01-01', '2019-12-31'] as const, ['2021-01-01', null] as const),
    invoicedFor: fc.constantFrom(2024, 2025),
    years: fc.uniqueArray(fc.tuple(year, source), { selector: ([closedOn]) => closedOn, maxLength: 2 }),
    leader: fc.constantFrom('Odile Vaur', 'Luc Serres'),
    email: fc.constantFrom('odile@vere.invalid', 'contact@vere.invalid'),
    sites: fc.constantFrom([{ town: 'Albi', isSeat: true }], [{ town: 'ALBI' }, { town: 'Lavaur', isSeat: true, nic: '00013' }]),
    activity: fc.constantFrom('10.61A', '25.50A'),
    ties: fc.uniqueArray(fc.constantFrom('Grappe', 'Club'), { maxLength: 2 }),
    score: fc.constantFrom(40, 61.5),
    contacts: fc.nat(2),
    listing: fc.constantFrom('export', 'financing'),
    applies: fc.boolean(),
    signsUp: fc.boolean(),
    verified: fc.boolean(),
  },
  { requiredKeys: ['leader', 'sites'] },
);

test('whatever is known of two records, a merge loses no row, a refusal changes none, and undone all is as it was', async () => {
  const outcomes = new Set<string>();
  const [gathering] = await network.database.query<{ id: string }>('SELECT id FROM gathering ORDER BY begins_on DESC LIMIT 1');
  const enter = ({ signsUp, ...parts }: RecordParts & { readonly signsUp?: boolean }) =>
    enterRecord(network, signsUp && gathering ? { ...parts, signsUpFor: gathering.id } : parts);
  await fc.assert(
    fc.asyncProperty(anyRecord, anyRecord, fc.constantFrom('ONE', 'OTHER', 'BOTH'), async (one, other, numbered) => {
      const kept = await enter(numbered === 'OTHER' ? { ...one, siren: null } : one);
      const merged = await enter(numbered === 'ONE' ? { ...other, siren: null } : other);
      const [before, rows] = [await everything(network), await rowsAbout([kept.uuid, merged.uuid])];
      const { done, errors, typeName } = await both().merge(kept, merged);
      expect(errors).toEqual([]);
      outcomes.add(done.reason ?? typeName);
      if (done.merge) {
        const [after, leftOut] = [await rowsAbout([kept.uuid]), await leftOutOf(done.merge.id)];
        expect(after.map((count, index) => count + (leftOut[index] as number))).toEqual(rows);
        expect((await rowsAbout([merged.uuid])).every((count) => count === 0)).toBe(true);
        const undone = await both().undo(done.merge.id);
        expect(undone.errors).toEqual([]);
        expect(undone.typeName).toBe('MergeUndone');
      }
      expect(await everything(network)).toEqual(before);
    }),
    { numRuns: 40, seed: 20261123 },
  );
  expect([...outcomes].sort()).toEqual(expect.arrayContaining(['CompaniesMerged', 'MEMBERSHIPS_OVERLAP', 'NEITHER_NUMBER_VERIFIED']));
});

async function leftOutOf(mergeId: string): Promise<number[]> {
  const rows = await network.database.query<{ name: string; count: number }>(
    `SELECT r.table_name AS name, count(*)::int AS count FROM company_merge_row AS r JOIN company_merge AS g ON g.id = r.merge_id
     WHERE r.fate = 'LEFT_OUT' AND g.sequence = (SELECT max(sequence) FROM company_merge) GROUP BY 1`,
  );
  expect(mergeId).toMatch(/^merge_/);
  const byTable = new Map(rows.map(({ name, count }) => [name, count]));
  return companyTables.filter(({ table }) => table !== 'merged_company').map(({ table }) => byTable.get(table) ?? 0);
}

test('a company that was renamed since comes apart all the same, and its memberships are listed under their own names', async () => {
  const kept = await enterRecord(network, { name: 'Moulin de la Vère', siren: null, period: ['2019-01-01', '2019-12-31'] });
  const merged = await enterRecord(network, { name: 'Moulins de Vère', period: ['2021-01-01', null] });
  const places = () =>
    network.database.query('SELECT sort_name AS name FROM membership WHERE company_id = ANY ($1::uuid[]) ORDER BY began_on', [
      [kept.uuid, merged.uuid],
    ]);
  const { done } = await both().merge(kept, merged);
  expect(await places()).toEqual([{ name: 'moulin de la vere' }, { name: 'moulin de la vere' }]);
  await network.database.query(`UPDATE company SET legal_name = 'Minoterie' WHERE id = $1`, [kept.uuid]);
  expect(await places()).toEqual([{ name: 'minoterie' }, { name: 'minoterie' }]);
  expect((await both().undo(done.merge.id)).typeName).toBe('MergeUndone');
  expect(await places()).toEqual([{ name: 'minoterie' }, { name: 'moulins de vere' }]);
});

describe('a merge stays as it is', () => {
  const tarn = idFromName('branch', 'tarn');
  test.each<[string, string, string]>([
    ['FACTS', 'a number', `INSERT INTO registration (scheme, value, raw, company_id) VALUES ('ICE', $2::text, $2::text, $1)`],
    ['FACTS', 'a site', `INSERT INTO site (id, company_id, country, town) SELECT gen_random_uuid(), $1, 'FR', $2::text`],
    ['FACTS', 'a day that a merge had filled', `UPDATE company SET founded_on = '2001-01-01' WHERE id = $1 AND $2::text <> ''`],
    [
      'MEMBERSHIP',
      'an application',
      `INSERT INTO membership_application (id, company_id, branch_id, applied_on) SELECT gen_random_uuid(), $1, '${tarn}', '2026-11-23' WHERE $2::text <> ''`,
    ],
    [
      'FIGURES',
      'figures',
      `INSERT INTO annual_figures (id, company_id, closed_on, currency, turnover, source, entered_at) SELECT gen_random_uuid(), $1, '2020-12-31', 'EUR', 1, 'DECLARED', now() WHERE $2::text <> ''`,
    ],
    [
      'DUES',
      'a payment',
      `INSERT INTO dues_movement (company_id, year, kind, reference, amount, currency, moved_on, waits) VALUES ($1, 2026, 'PAYMENT', $2::text, 1, 'EUR', '2026-11-23', true)`,
    ],
    [
      'PEOPLE',
      'a person',
      `INSERT INTO person (id, company_id, first_name, last_name, role) SELECT gen_random_uuid(), $1, 'Anne', $2::text, 'CONTACT'`,
    ],
    [
      'EXPERTISE',
      'a listing',
      `INSERT INTO expertise_listing (id, company_id, kind, theme, title, published_on, open_until) SELECT gen_random_uuid(), $1, 'NEED', 'export', $2::text, '2026-11-23', '2026-12-23'`,
    ],
    [
      'PROSPECTING',
      'a contact',
      `INSERT INTO prospect_contact (id, company_id, contacted_on, outcome) SELECT gen_random_uuid(), $1, '2026-11-23', 'NOT_NOW' WHERE $2::text <> ''`,
    ],
    [
      'LISTS',
      'a word about a number',
      `INSERT INTO settled_number (scheme, value, company_id, is_same, reason) VALUES ('SIREN', $2::text, $1, false, 'No.')`,
    ],
  ])('when since then there is, under %s, %s', async (topic, _, statement) => {
    const kept = await enterRecord(network, { siren: null, leader: 'Odile Vaur' });
    const other = await enterRecord(network, { siren: null, foundedOn: '1999-04-01' });
    const { done } = await both().merge(kept, other);
    await network.database.query(statement, [kept.uuid, nextSiren()]);
    const before = await everything(network);
    const refused = await both().undo(done.merge.id);
    expect(refused.done).toMatchObject({ reason: `${topic}_CHANGED_SINCE`, message: expect.stringContaining('Since the merge') });
    expect(await everything(network)).toEqual(before);
  });

  test('when somebody was signed up for a gathering, or a number that was left out is another company’s', async () => {
    const kept = await enterRecord(network, { verified: true, leader: 'Odile Vaur' });
    const other = await enterRecord(network);
    const { done } = await both().merge(kept, other);
    const third = await enterRecord(network, { siren: other.siren });
    expect((await both().undo(done.merge.id)).done.reason).toBe('NUMBER_TAKEN_SINCE');
    await network.database.query('DELETE FROM company WHERE id = $1', [third.uuid]);
    const [signUp, rank] = [newId(), 99];
    await network.database.query(
      `INSERT INTO gathering_sign_up (id, gathering_id, company_id, person_id, rank, signed_up_on) SELECT $1, id, $2, $3, $4, '2026-11-23' FROM gathering LIMIT 1`,
      [signUp, kept.uuid, kept.personId, rank],
    );
    expect((await both().undo(done.merge.id)).done.reason).toBe('GATHERINGS_CHANGED_SINCE');
    await network.database.query('DELETE FROM gathering_sign_up WHERE id = $1', [signUp]);
    expect((await both().undo(done.merge.id, { expectedVersion: 7 })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect((await both().undo(done.merge.id, { reason: '' })).done.reason).toBe('REASON_MISSING');
    expect((await both().undo(done.merge.id)).typeName).toBe('MergeUndone');
    expect((await both().undo(encodeId('merge', newId()))).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

test('what was entered about a row since goes where the row goes', async () => {
  const kept = await enterRecord(network, { siren: null });
  const other = await enterRecord(network, { period: ['2024-01-01', null] });
  const { done } = await both().merge(kept, other);
  const suspended = { companyId: kept.id, expectedVersion: 1, motive: 'Dues unpaid.' };
  const { done: change } = await send(
    network,
    staff,
    'suspendMembership',
    suspended,
    '... on MembershipChanged { company { membershipStatus } }',
  );
  expect(change).toEqual({ company: { membershipStatus: 'SUSPENDED' } });
  expect((await both().undo(done.merge.id)).typeName).toBe('MergeUndone');
  const ask = async ({ id }: { id: string }) =>
    (await network.graph.ask('query ($id: ID!) { company(id: $id) { membershipStatus } }', { as: staff, variables: { id } })).data.company;
  expect([await ask(kept), await ask(other)]).toEqual([{ membershipStatus: 'PROSPECT' }, { membershipStatus: 'SUSPENDED' }]);
});

test('whoever was erased while two records were one is found in neither afterwards (M10)', async () => {
  const named = { siren: null, leader: 'Clotilde Vabre', email: 'clotilde@vabre.invalid' };
  const [kept, other] = [await enterRecord(network, named), await enterRecord(network, named)];
  const { done } = await both().merge(kept, other);
  const dpo = { ...staff, sub: 'dpo', scopes: ['members:read', 'privacy:manage'] };
  const erased = await send(
    network,
    dpo,
    'erasePerson',
    { personId: encodeId('person', other.personId) },
    '... on PersonErased { __typename }',
  );
  expect(erased.errors).toEqual([]);
  const found = async () => {
    const tables = await network.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const rows = tables.map(({ name }) => `SELECT '${name}' AS name FROM ${name} AS t WHERE t::text ILIKE '%vabre%'`);
    return network.database.query(rows.join(' UNION ALL '));
  };
  expect(await found()).toEqual([]);
  expect((await both().undo(done.merge.id)).typeName).toBe('MergeUndone');
  expect(await found()).toEqual([]);
});

test('others are told by both ids where the company stands, and by each where it stands once they are apart', async () => {
  const kept = await enterRecord(network, { siren: null });
  const other = await enterRecord(network, { period: ['2024-01-01', null] });
  const told = async ({ uuid }: { uuid: string }) => {
    const [event] = await network.database.query<{ spans: { status: string }[] }>(
      `SELECT body->'spans' AS spans FROM outbox WHERE aggregate_id = $1 ORDER BY sequence DESC LIMIT 1`,
      [uuid],
    );
    return event?.spans.map(({ status }) => status);
  };
  const { done } = await both().merge(kept, other);
  expect([await told(kept), await told(other)]).toEqual([
    ['ACTIVE', 'GRACE', 'LAPSED'],
    ['ACTIVE', 'GRACE', 'LAPSED'],
  ]);
  const left = { companyId: kept.id, expectedVersion: 1, motive: 'Dues unpaid.' };
  await send(network, staff, 'suspendMembership', left, '... on MembershipChanged { version }');
  expect((await told(other))?.[1]).toBe('SUSPENDED');
  expect(await told(other)).toEqual(await told(kept));
  await both().undo(done.merge.id);
  expect([await told(kept), (await told(other))?.[1]]).toEqual([[], 'SUSPENDED']);
});
