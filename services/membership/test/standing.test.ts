import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { MembershipRecord, membershipStatuses } from '../src/domain/membership-record.ts';
import { directoryQueries } from '../src/persistence/directory.queries.ts';
import { membershipQueries } from '../src/persistence/membership.queries.ts';
import { type RunningMembership, runningMembership } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

/** Every company by the rule and by what lists and counts select. */
async function bothAccounts(day: LocalDate) {
  const { memberships, graceRules, branches, activeMembers } = membershipQueries(network.database);
  const { countDirectory } = directoryQueries(network.database);
  const companies = await network.database.query<{ id: string }>('SELECT id FROM company');
  const periods = await memberships(companies.map(({ id }) => id));
  const rules = await graceRules();
  const records = companies.map(
    ({ id }) =>
      new MembershipRecord(
        periods.filter((period) => period.companyId === id),
        rules,
      ),
  );
  const counted = (list: readonly (string | null)[], wanted: string) => list.filter((one) => one === wanted).length;
  const statuses = records.map((record) => record.statusOn(day));
  const homes = records.map((record) => record.homeBranchOn(day));
  const activeHomes = records.map((record) => (record.statusOn(day) === 'ACTIVE' ? record.homeBranchOn(day) : null));
  const active = await activeMembers([day]);

  const byRule: [string, number][] = [];
  const byDatabase: [string, number][] = [];
  for (const status of membershipStatuses) {
    byRule.push([status, counted(statuses, status)]);
    byDatabase.push([status, await countDirectory({ day, status })]);
  }
  for (const { id, code } of await branches()) {
    byRule.push([code, counted(homes, id)], [`active in ${code}`, counted(activeHomes, id)]);
    byDatabase.push(
      [code, await countDirectory({ day, branchId: id })],
      [`active in ${code}`, active.find((one) => one.branchId === id)?.count ?? 0],
    );
  }
  return { byRule, byDatabase };
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
    ['2015-06-01', '2016-10-31', 'CONTINUED', '2016-08-31'],
    ['2016-11-01', null, null, '2016-12-31'],
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
    '2011-06-30',
    '2015-01-01',
    '2016-10-31',
    '2016-11-01',
    '2016-12-31',
    '2017-03-31',
    '2017-04-01',
    '2026-11-23',
  ] as LocalDate[];
  await fc.assert(
    fc.asyncProperty(days, async (day) => {
      const { byRule, byDatabase } = await bothAccounts(day);
      for (const [name, count] of byRule) if (count > 0) seen.add(name);
      expect(byDatabase).toEqual(byRule);
    }),
    { numRuns: 25, examples: telling.map((day) => [day]) },
  );
  expect([...seen]).toEqual(expect.arrayContaining([...membershipStatuses]));
});
