import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { albi, branchId, hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly legalName: string };
}

async function list(variables: Record<string, unknown>, as: TestViewer = staff) {
  const answer = await network.graph.ask(
    `query ($first: Int, $after: String, $last: Int, $before: String, $search: String, $branch: String, $department: String, $status: MembershipStatus, $asOf: LocalDate) {
      companies(first: $first, after: $after, last: $last, before: $before, search: $search, branch: $branch, department: $department, membershipStatus: $status, asOf: $asOf) {
        totalCount edges { cursor node { id legalName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { as, variables },
  );
  const companies = answer.data?.companies;
  const edges: Edge[] = companies?.edges ?? [];
  return { ...answer, companies, edges, names: edges.map((edge) => edge.node.legalName), error: answer.errors[0] };
}

describe('the directory', () => {
  test('is read to its end in pages, each company once, in the order of names', async () => {
    const ids: string[] = [];
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ first: 100, after });
      ids.push(...page.edges.map((edge) => edge.node.id));
      names.push(...page.names);
      after = page.companies.pageInfo.hasNextPage ? page.companies.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(ids).size).toBe(330);
    expect(ids).toHaveLength(330);
    const plain = names.map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    expect(plain).toEqual([...plain].sort());
  });

  test('is read backward from its end as well', async () => {
    const end = await list({ last: 3 });
    const before = await list({ last: 2, before: end.companies.pageInfo.startCursor });
    const again = await list({ first: 3, after: before.companies.pageInfo.endCursor });
    expect(again.names).toEqual(end.names);
    expect(end.companies.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('is narrowed to active members of a branch, on any day', async () => {
    expect((await list({ first: 1, branch: 'tarn', status: 'ACTIVE', asOf: '2019-11-23' })).companies.totalCount).toBe(18);
    expect((await list({ first: 1, branch: 'tarn', asOf: '2015-12-31' })).companies.totalCount).toBe(0);
    expect((await list({ first: 1, status: 'PROSPECT', asOf: '2008-12-31' })).companies.totalCount).toBe(330);
    expect((await list({ first: 1, status: 'RESIGNED' })).companies.totalCount).toBe(40);
  });

  test('is narrowed to a department', async () => {
    const lozere = await list({ first: 100, department: '48' });
    expect(lozere.companies.totalCount).toBe(16);
    expect(lozere.edges).toHaveLength(16);
  });
});

describe('the search', () => {
  test.each([
    ['a name without its accents', 'cantepau aerostructures'],
    ['a name with a mistake in it', 'Cantepo aérostructure'],
    ['the beginning of a name', 'Cantep'],
    ['name and town', 'Cantepau Albi'],
    ['a registration number with spaces', '008 423 121'],
    ['a piece of a registration number', '8423121'],
  ])('finds a company by %s', async (_title, search) => {
    expect((await list({ first: 10, search })).names).toContain('Cantepau Aérostructures SAS');
  });

  test.each([
    ['what it does, in French', 'aéronautique'],
    ['what it does, in another form of the word', 'constructions aéronautiques'],
    ['what it does, in English', 'aerospace'],
    ['its division, which is wider than its class', 'matériels de transport'],
    ['its activity code', '30.30Z'],
  ])('finds all aerospace companies by %s', async (_title, search) => {
    const found = await list({ first: 100, search });
    expect(found.names).toContain('Cantepau Aérostructures SAS');
    expect(found.companies.totalCount).toBeGreaterThanOrEqual(18);
    expect(found.companies.totalCount).toBeLessThanOrEqual(22);
  });

  test('follows a company that changed its name', async () => {
    await network.database.query(`UPDATE company SET legal_name = 'Zéphyrine Ailes' WHERE legal_name = 'Verrière de Cordes SAS'`);
    expect((await list({ first: 5, search: 'zephyrine' })).names).toEqual(['Zéphyrine Ailes']);
    await network.database.query(`UPDATE company SET legal_name = 'Verrière de Cordes SAS' WHERE legal_name = 'Zéphyrine Ailes'`);
  });

  test('finds nobody by what nobody is called, and everybody by nothing', async () => {
    expect((await list({ first: 5, search: 'xylophonographe' })).companies).toMatchObject({ totalCount: 0, edges: [] });
    expect((await list({ first: 5, search: '   ' })).companies.totalCount).toBe(330);
  });

  test.each(["'); DROP TABLE company; --", '%', '"', '\\', '! & | ()', '<script>', 'a\u202eb', '٠٠٨٤٢٣١٢١', '𝕏'])(
    'takes hostile text %j for words, not for an error',
    async (search) => {
      expect((await list({ first: 5, search })).errors).toEqual([]);
    },
  );

  test('says that a NUL is no text', async () => {
    expect((await list({ first: 5, search: 'a\u0000b' })).error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('what cannot be listed is said in a sentence', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no page size', {}, 'either first or last'],
    ['a million companies at once', { first: 1_000_000 }, '1 to 100'],
    ['none at all', { first: 0 }, '1 to 100'],
    ['a cursor from elsewhere', { first: 5, after: 'bm9uc2Vuc2U' }, 'does not belong to this list'],
    ['a department without its zero', { first: 5, department: '9' }, 'for example 09'],
    ['a search of 201 characters', { first: 5, search: 'a'.repeat(201) }, '200 characters'],
    ['a day that does not exist', { first: 5, asOf: '2026-02-30' }, 'must exist'],
    ['a status nobody has', { first: 5, status: 'GOLD' }, 'MembershipStatus'],
  ])('%s', async (_title, variables, sentence) => {
    const { error, status } = await list(variables);
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(sentence) });
    expect(status).toBeLessThan(500);
  });

  test('a branch that does not exist', async () => {
    expect((await list({ first: 5, branch: 'paris' })).error).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
      message: expect.stringContaining('tarn'),
    });
  });

  test('in French to whoever speaks French', async () => {
    expect((await list({ first: 5, department: '9' }, { ...staff, lang: 'fr' })).error?.message).toContain('deux signes');
  });
});

describe('who may read the directory', () => {
  test('members, hubs abroad and analysts may', async () => {
    for (const as of [member, hub, reporter]) expect((await list({ first: 1 }, as)).errors).toEqual([]);
  });

  test('a caller who is not signed in is asked to sign in', async () => {
    expect((await list({ first: 1 }, {})).error).toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
      message: expect.stringContaining('Sign in'),
    });
  });

  test('a caller without the scope is told which one', async () => {
    expect((await list({ first: 1 }, { sub: 'someone', scopes: ['fund:read'] })).error).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: expect.stringContaining('members:read'),
    });
  });
});

describe('branches, open to everybody', () => {
  test('are seven local ones and three hubs', async () => {
    const { data } = await network.graph.ask('{ branches { code kind } }');
    const kinds = data.branches.map((branch: { kind: string }) => branch.kind);
    expect(kinds).toEqual([...Array(7).fill('LOCAL'), ...Array(3).fill('HUB')]);
  });

  test('tell how far they had come on a day', async () => {
    const { data, errors } = await network.graph.ask(
      `{ branch(code: "usa") { id name country timeZone currency departments formerRegion now: status announced: status(asOf: "2019-11-23") before: status(asOf: "2018-01-01") } }`,
      {
        as: { lang: 'fr' },
      },
    );
    expect(errors).toEqual([]);
    expect(data.branch).toEqual({
      id: branchId('usa'),
      name: 'Leader États-Unis',
      country: 'US',
      timeZone: 'America/New_York',
      currency: 'USD',
      departments: [],
      formerRegion: null,
      now: 'ACTIVE',
      announced: 'PLANNED',
      before: null,
    });
  });

  test('say where their codes are listed when asked for an unknown one', async () => {
    const { errors } = await network.graph.ask('{ branch(code: "paris") { id } }');
    expect(errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' }, message: expect.stringContaining('branches lists them') });
  });
});

test('whoever asks learns in which language and contract they are answered, and of their own company', async () => {
  const ask = (as: TestViewer) => network.graph.ask('{ viewer { language contract company { id legalName } } }', { as });
  expect((await ask({ ...member, lang: 'fr' })).data.viewer).toEqual({
    language: 'fr',
    contract: 'member',
    company: { id: albi, legalName: 'Cantepau Aérostructures SAS' },
  });
  const nobody = await network.graph.ask('{ viewer { language contract company { id } } }');
  expect(nobody.data.viewer).toEqual({ language: 'en', contract: 'public', company: null });
  expect((await ask({})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
