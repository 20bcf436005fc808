import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idFromName, newId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { MembershipRecord } from '../src/domain/membership-record.ts';
import { membershipQueries } from '../src/persistence/membership.queries.ts';
import { type RunningMembership, reporter, runningMembership, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

interface Year {
  readonly year: number;
  readonly joined: number;
  readonly left: number;
}

async function movements(): Promise<Year[]> {
  const answer = await network.graph.ask('{ memberMovements { year joined left } }', { as: reporter });
  expect(answer.errors).toEqual([]);
  return answer.data.memberMovements;
}

/** How many companies belong to a local branch on a day, by the rule. */
async function belonging(day: LocalDate): Promise<number> {
  const { memberships, branches } = membershipQueries(network.database);
  const companies = await network.database.query<{ id: string }>('SELECT id FROM company');
  const periods = await memberships(companies.map(({ id }) => id));
  const local = new Set((await branches()).filter(({ kind }) => kind === 'LOCAL').map(({ id }) => id));
  const records = companies.map(
    ({ id }) =>
      new MembershipRecord(
        periods.filter(({ companyId }) => companyId === id),
        [],
      ),
  );
  return records.filter((record) => local.has(record.homeBranchOn(day) ?? '')).length;
}

test('who joined less who left is how the network grew, in every year since it was founded', async () => {
  const years = await movements();
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 18 }, (_, index) => 2009 + index));
  let members = 0;
  for (const { year, joined, left } of years) {
    members += joined - left;
    const day = (year === 2026 ? today : `${year}-12-31`) as LocalDate;
    expect([year, members]).toEqual([year, await belonging(day)]);
  }
});

test('a move between branches is neither joining nor leaving, and coming back after a break is joining again', async () => {
  const before = await movements();
  const company = newId();
  await network.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Va-et-vient', 'FR')`, [company]);
  const stays = [
    ['ales', '2010-03-01', '2011-12-31'],
    ['nimes', '2012-01-01', '2014-12-31'],
    ['tarn', '2016-05-01', null],
  ];
  for (const [branch = '', from, until] of stays) {
    await network.database.query(
      `INSERT INTO membership (id, company_id, branch_id, began_on, ended_on, end_reason, covered_until) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), company, idFromName('branch', branch ?? ''), from, until, until && 'RESIGNED', until ?? '2026-12-31'],
    );
  }
  const added = (await movements()).flatMap((year, index) => {
    const [joined, left] = [year.joined - (before[index]?.joined ?? 0), year.left - (before[index]?.left ?? 0)];
    return joined || left ? [{ year: year.year, joined, left }] : [];
  });
  // Until 31 December 2014 it belonged: the first day without it is in 2015.
  expect(added).toEqual([
    { year: 2010, joined: 1, left: 0 },
    { year: 2015, joined: 0, left: 1 },
    { year: 2016, joined: 1, left: 0 },
  ]);
});

test('hubs abroad are counted apart, and what has not happened yet is not counted', async () => {
  const before = await movements();
  const company = newId();
  await network.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Ailleurs', 'MA')`, [company]);
  const membership = (branch: string, from: string, until: string | null) =>
    network.database.query(
      `INSERT INTO membership (id, company_id, branch_id, began_on, ended_on, end_reason, covered_until) VALUES ($1, $2, $3, $4, $5, $6, '2030-12-31')`,
      [newId(), company, idFromName('branch', branch), from, until, until && 'RESIGNED'],
    );
  await membership('maroc', '2020-01-01', '2021-12-31');
  await membership('tarn', '2026-12-01', null);
  expect(await movements()).toEqual(before);
});

test('all years cost one statement', async () => {
  expect(await network.statements.during(movements)).toHaveLength(1);
});

test('a caller who is not signed in is asked to sign in', async () => {
  const { data, errors } = await network.graph.ask('{ memberMovements { year } }');
  expect([data, errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
});
