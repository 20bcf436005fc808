import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { MembershipRecord } from '../src/domain/membership-record.ts';
import { membershipQueries } from '../src/persistence/membership.queries.ts';
import { type RunningMembership, runningMembership } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

interface Standing {
  readonly company_id: string;
  readonly branch_id: string | null;
  readonly status: string;
}

/** Every company by the rule and by the database's own reckoning. */
async function bothAccounts(day: LocalDate) {
  const queries = membershipQueries(network.database);
  const companies = await network.database.query<{ id: string }>('SELECT id FROM company');
  const ids = companies.map(({ id }) => id);
  const [memberships, rules] = [await queries.memberships(ids), await queries.graceRules()];
  const standing = await network.database.query<Standing>('SELECT * FROM standing_on($1)', [day]);
  const listed = new Map(standing.map((one) => [one.company_id, { status: one.status, branch: one.branch_id }]));
  const byRule = ids.map((id) => {
    const record = new MembershipRecord(
      memberships.filter((membership) => membership.companyId === id),
      rules,
    );
    return [id, { status: record.statusOn(day), branch: record.homeBranchOn(day) }];
  });
  return { byRule, byDatabase: ids.map((id) => [id, listed.get(id) ?? { status: 'PROSPECT', branch: null }]) };
}

test('lists and counts say of every company on any day what the rule says', async () => {
  const [branch] = await network.database.query<{ id: string }>('SELECT id FROM branch LIMIT 1');
  const [company] = await network.database.query<{ id: string }>(
    `INSERT INTO company (id, legal_name, country) VALUES ($1, 'Va-et-vient', 'FR') RETURNING id`,
    [newId()],
  );
  await network.database.query('UPDATE grace_period SET days = 60');
  await network.database.query(`INSERT INTO grace_period VALUES ('2015-01-01', 90)`);
  const periods = [
    ['2010-01-01', '2011-06-30', 'RESIGNED', '2011-03-31'],
    ['2012-01-01', '2014-12-31', 'EXCLUDED', '2013-12-31'],
    ['2015-06-01', null, null, '2016-12-31'],
  ];
  for (const [from, until, reason, covered] of periods) {
    const id = newId();
    await network.database.query('INSERT INTO membership VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      id,
      company?.id,
      branch?.id,
      from,
      until,
      reason,
      covered,
    ]);
    await network.database.query(`INSERT INTO membership_decision VALUES ($1, $2, 'SUSPENDED', $3)`, [
      newId(),
      id,
      addDays(from as LocalDate, 30),
    ]);
    await network.database.query(`INSERT INTO membership_decision VALUES ($1, $2, 'REINSTATED', $3)`, [
      newId(),
      id,
      addDays(from as LocalDate, 60),
    ]);
  }
  const seen = new Set<string>();
  const days = fc.integer({ min: 0, max: 6600 }).map((days) => addDays('2009-01-01' as LocalDate, days));
  const telling = [
    '2010-01-31',
    '2011-07-01',
    '2014-03-01',
    '2014-03-02',
    '2015-01-01',
    '2017-03-31',
    '2017-04-01',
    '2026-11-23',
  ] as LocalDate[];
  await fc.assert(
    fc.asyncProperty(days, async (day) => {
      const { byRule, byDatabase } = await bothAccounts(day);
      for (const [, { status }] of byRule as [string, { status: string }][]) seen.add(status);
      expect(byDatabase).toEqual(byRule);
    }),
    { numRuns: 25, examples: telling.map((day) => [day]) },
  );
  expect([...seen].sort()).toEqual(['ACTIVE', 'EXCLUDED', 'GRACE', 'LAPSED', 'PROSPECT', 'RESIGNED', 'SUSPENDED']);
});
