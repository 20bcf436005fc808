import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import { openTestDatabase, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { newId } from '@leader/subgraph-kit/values/ids';
import fc from 'fast-check';
import { MembershipRecord, type MembershipStatus, membershipStatuses } from '../src/domain/membership-record.ts';
import { directoryQueries } from '../src/persistence/directory.queries.ts';
import type { Walk } from '../src/persistence/directory-search.ts';
import { membershipQueries } from '../src/persistence/membership.queries.ts';
import { migrations, rows } from '../src/persistence/tables.ts';
import type { DirectoryFilter } from '../src/use-cases/views.ts';
import {
  branches,
  enterBranches,
  enterDirectory,
  someBranch,
  someDay,
  someDepartment,
  someDirectory,
} from './fixtures/invented-directory.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await openTestDatabase({ name: 'membership', rows, migrations });
  await enterBranches(own.database);
});
afterAll(() => own.drop());

type WordFilter = Omit<DirectoryFilter, 'search'> & { readonly search: { readonly words: string } | null };

/** Whoever the filter leaves, by the rules about one company, in the order of names. */
async function naively({ day, status, branchId, department, search }: WordFilter): Promise<string[]> {
  const companies = await own.database.query<{ id: string; department: string | null; prospectOf: string | null }>(
    'SELECT id, department, prospect_branch_id AS "prospectOf" FROM company ORDER BY plain_text(legal_name) COLLATE "C", id',
  );
  const { memberships, graceRules } = membershipQueries(own.database);
  const periods = await memberships(companies.map(({ id }) => id));
  const rules = await graceRules();
  const searched = search ? await whoIsSearchedFor(search.words) : undefined;
  return companies
    .filter(({ id, ...company }) => {
      const ofCompany = periods.filter(({ companyId }) => companyId === id);
      const record = new MembershipRecord(ofCompany, rules);
      const home = status === 'PROSPECT' ? company.prospectOf : record.homeBranchOn(day);
      if (searched && !searched.has(id)) return false;
      if (status && record.statusOn(day) !== status) return false;
      if (branchId && home !== branchId) return false;
      return !department || company.department === department;
    })
    .map(({ id }) => id);
}

async function whoIsSearchedFor(word: string): Promise<Set<string>> {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const companies = await own.database.query<{ id: string; name: string }>('SELECT id, legal_name AS name FROM company');
  const words = (name: string) => plain(name).split(' ');
  return new Set(companies.filter(({ name }) => words(name).includes(plain(word))).map(({ id }) => id));
}

/** The same from the database, page by page, from the beginning or from the end. */
async function inPages(filter: DirectoryFilter, size: number, backward: boolean, walk?: Walk): Promise<string[]> {
  const { byName, directoryPage } = directoryQueries(own.database, walk);
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = byName.page(backward ? { last: size, before: cursor } : { first: size, after: cursor });
    const { edges, pageInfo } = page.slice(await directoryPage(filter, page), ({ id }) => id);
    const shown = edges.map(({ node }) => node);
    if (backward) ids.unshift(...shown);
    else ids.push(...shown);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return ids;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const sorts: Walk = { companies: Number.POSITIVE_INFINITY, percent: 0, longest: 1 };
const walks = (longest: number): Walk => ({ companies: 0, percent: 0, longest });

const someFilter = (status: MembershipStatus | null): fc.Arbitrary<WordFilter> =>
  fc.record({
    day: someDay,
    search: fc.option(
      fc.constantFrom('mécanique', 'ALPHA', 'zeta', 'xylophon').map((words) => ({ words })),
      { freq: 2 },
    ),
    status: fc.constant(status),
    branchId: fc.option(someBranch, { freq: 2 }),
    department: fc.option(someDepartment, { freq: 2 }),
  });
const statuses = [null, ...membershipStatuses];

test('whoever is in the directory and whatever is asked for, its pages show those whom the rules name, each once, in the order of names', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(someDirectory, fc.tuple(...statuses.map(someFilter)), async (companies, filters) => {
      await enterDirectory(own.database, companies);
      for (const [index, filter] of filters.entries()) {
        const asked = await naively(filter);
        if (asked.length > 0) seen.add(`${filter.status}`).add(`${filter.branchId && 'branch'} ${filter.search && 'search'}`);
        const backward = index % 2 === 0;
        expect(await inPages(filter, 100, backward)).toEqual(asked);
        expect(await inPages(filter, 2, backward, sorts)).toEqual(asked);
        expect(await inPages(filter, 2, backward, walks(1 + index))).toEqual(asked);
        expect(await directoryQueries(own.database).countDirectory(filter)).toBe(asked.length);
      }
    }),
    { numRuns: 30, seed: 20261123 },
  );
  expect([...seen]).toEqual(expect.arrayContaining([...statuses.map(String), 'branch search']));
});

describe('a membership is listed under the name its company has', () => {
  const [north] = branches;
  const enter = (sql: Sql, companyId: string) =>
    sql.query(
      `INSERT INTO membership (id, company_id, branch_id, began_on, covered_until) VALUES ($1, $2, $3, '2020-01-01', '2020-12-31')`,
      [...[newId(), companyId, north]],
    );
  const rename = (sql: Sql, companyId: string) => sql.query(`UPDATE company SET legal_name = 'Zéphyr' WHERE id = $1`, [companyId]);

  test.each([
    ['its company is renamed while it is entered', enter, rename],
    ['it is entered while its company is renamed', rename, enter],
  ])('also when %s', async (_title, first, second) => {
    const id = newId();
    await own.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Alizé', 'FR')`, [id]);
    const other = { done: Promise.resolve<unknown>(undefined) };
    await inTransaction(own.database, async ({ sql }) => {
      await first(sql, id);
      other.done = second(own.database, id);
      await somebodyWaits();
    });
    await other.done;
    expect(await own.database.query('SELECT sort_name AS name FROM membership WHERE company_id = $1', [id])).toEqual([{ name: 'zephyr' }]);
  });

  /** Goes on as soon as somebody waits for a lock, or has not for a while. */
  async function somebodyWaits(): Promise<void> {
    for (let asked = 0; asked < 200; asked += 1) {
      const waiting = await own.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting.length > 0) return;
    }
  }
});

test('a membership of a company that does not exist is refused for that', async () => {
  await expect(
    own.database.query(
      `INSERT INTO membership (id, company_id, branch_id, began_on, covered_until) VALUES ($1, $2, $3, '2020-01-01', '2020-12-31')`,
      [...[newId(), newId(), branches[0]]],
    ),
  ).rejects.toThrow('membership_company_id_fkey');
});

describe('a page costs as many statements whatever it shows', () => {
  const [branchId] = branches;
  const search = { words: 'alpha' };
  test.each<[number, Partial<DirectoryFilter>]>([
    [1, {}],
    [1, { branchId, status: 'ACTIVE', department: '30' }],
    [1, { status: 'PROSPECT', branchId }],
    [2, { status: 'GRACE' }],
    [2, { status: 'LAPSED' }],
    [2, { search }],
    [2, { search, branchId, status: 'ACTIVE' }],
    [3, { search, status: 'LAPSED' }],
  ])('%i of %j', async (statements, asked) => {
    const filter: DirectoryFilter = { day: '2022-01-01' as DirectoryFilter['day'], ...asked };
    const count = async (size: number, walk?: Walk) => {
      const sent: string[] = [];
      const counting: Sql = {
        query: (text, parameters) => {
          sent.push(text);
          return own.database.query(text, parameters);
        },
      };
      const { byName, directoryPage } = directoryQueries(counting, walk);
      await directoryPage(filter, byName.page({ first: size }));
      return sent.length;
    };
    for (const companies of [[], fc.sample(someDirectory, { numRuns: 1, seed: 5 })[0] ?? []]) {
      await enterDirectory(own.database, companies);
      expect([await count(1), await count(100), await count(100, walks(2)), await count(100, sorts)]).toEqual(Array(4).fill(statements));
    }
  });
});
