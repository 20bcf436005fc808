import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import DataLoader from 'dataloader';
import { Arg, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Conflict, InvalidInput, NotAllowed, NotFound, NotSignedIn } from '../src/errors/errors.ts';
import { buildSubgraph } from '../src/federation/subgraph-schema.ts';
import { LocalDateScalar } from '../src/graph/scalars.ts';
import { bodyHash, identityHeader, signIdentity } from '../src/identity/identity-token.ts';
import { openLog } from '../src/log/log.ts';
import { type RequestContext, type RunningServer, startSubgraphServer } from '../src/server/subgraph-server.ts';
import { testExecution } from '../src/testing/config.ts';
import { claimsFor, TestSubgraph, testIdentityKey } from '../src/testing/test-subgraph.ts';

@ObjectType('Book', { description: 'A book.' })
@Directive('@key(fields: "id")')
class BookType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title!: string | null;
}

interface LibraryContext extends RequestContext {
  bookById: DataLoader<string, BookType | Error>;
}

const failures: Record<string, () => Error> = {
  invalid: () => new InvalidInput('Send a day.'),
  absent: () => new NotFound('There is no such book.'),
  stranger: () => new NotSignedIn('Sign in.'),
  forbidden: () => new NotAllowed('Ask the librarian.'),
  conflict: () => new Conflict('Someone was faster.'),
  bug: () => new Error('connect ECONNREFUSED postgresql://secret@10.0.0.1/library'),
};

@Resolver(() => BookType)
class LibraryResolver {
  @Query(() => String, { nullable: true, description: 'Fails in a given way.' })
  fail(@Arg('how', () => String, { description: 'In which way.' }) how: string): string {
    throw failures[how]?.() ?? new Error('unknown way');
  }

  @Query(() => Int, { description: 'Takes a day.' })
  year(@Arg('day', () => LocalDateScalar, { description: 'The day.' }) day: string): number {
    return Number(day.slice(0, 4));
  }

  @Query(() => String, { description: 'Takes its time.' })
  async slow(): Promise<string> {
    begun();
    await pause(300);
    return 'finished';
  }
}

/** Told when somebody has begun to take their time. */
let begun = () => {};

const batches: (readonly string[])[] = [];
const { schema, sdl } = buildSubgraph<LibraryContext>({
  resolvers: [LibraryResolver],
  references: { Book: (reference: { __typename: 'Book'; id: string }, context) => context.bookById.load(reference.id) },
  orphanedTypes: [BookType],
  rights: { Query: { fail: 'anyone', year: 'anyone', slow: 'anyone' }, Book: { id: 'anyone', title: 'anyone' } },
});

let server: RunningServer;
let library: TestSubgraph;
let ready = true;

function start(): Promise<RunningServer> {
  return startSubgraphServer<LibraryContext>({
    name: 'library',
    schema,
    host: '127.0.0.1',
    port: 0,
    identityKeys: [testIdentityKey],
    execution: testExecution(),
    log: openLog('library', 'silent'),
    contextFor: (request) => ({
      ...request,
      bookById: new DataLoader(async (ids: readonly string[]) => {
        batches.push(ids);
        return ids.map((id) => (id === 'missing' ? new NotFound('There is no such book.') : { id, title: `Title of ${id}` }));
      }),
    }),
    isReady: async () => ready,
    onClose: async () => undefined,
  });
}

beforeAll(async () => {
  server = await start();
  library = new TestSubgraph(server.url, 'library');
});
afterAll(() => server.close());

describe('a subgraph', () => {
  test('finds all entities of a request in one batch and answers in order, with an error at the one that is missing', async () => {
    batches.length = 0;
    const answer = await library.entities('Book', [{ id: 'b' }, { id: 'missing' }, { id: 'a' }, { id: 'b' }], 'id title');
    expect(batches).toEqual([['b', 'missing', 'a']]);
    expect(answer.data._entities).toEqual([
      { id: 'b', title: 'Title of b' },
      null,
      { id: 'a', title: 'Title of a' },
      { id: 'b', title: 'Title of b' },
    ]);
    expect(answer.errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('is sent an entity that nobody finds, and one without a key, and finds the others', async () => {
    const of = [{ __typename: 'Book', id: 'a' }, { __typename: 'Noise', id: 'a' }, { __typename: 'Book' }, { __typename: 'Book', id: 'b' }];
    const answer = await library.ask('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { id } } }', {
      variables: { of },
    });
    expect(answer.data._entities).toEqual([{ id: 'a' }, null, null, { id: 'b' }]);
    expect(answer.errors).toMatchObject([
      { path: ['_entities', 1], extensions: { code: 'BAD_REPRESENTATION' }, message: 'No entity is found here by the type "Noise".' },
      { path: ['_entities', 2], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('prints its directives and its link to the federation specification', () => {
    expect(sdl).toContain('type Book @key(fields: "id")');
    expect(sdl).toContain('https://specs.apollo.dev/federation/v2.9');
  });

  test.each([
    ['invalid', 'BAD_USER_INPUT', 'Send a day.'],
    ['absent', 'NOT_FOUND', 'There is no such book.'],
    ['stranger', 'UNAUTHENTICATED', 'Sign in.'],
    ['forbidden', 'FORBIDDEN', 'Ask the librarian.'],
    ['conflict', 'CONFLICT', 'Someone was faster.'],
    ['bug', 'INTERNAL', 'Something went wrong on our side. Quote the reference when you ask about it.'],
  ])('says %s as %s', async (how, code, message) => {
    const answer = await library.ask('query ($how: String!) { fail(how: $how) }', { variables: { how } });
    expect(answer.errors).toMatchObject([
      { message, path: ['fail'], extensions: { code, reference: expect.stringMatching(/^[0-9a-f]{12}$/) } },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/ECONNREFUSED|10\.0\.0\.1|stack/);
  });

  test('tells a wrong day, a wrong field and a missing variable as the mistake of the caller', async () => {
    const wrongDay = await library.ask('{ year(day: "2026-02-30") }');
    const wrongField = await library.ask('{ nothing }');
    const missing = await library.ask('query ($day: LocalDate!) { year(day: $day) }');
    for (const answer of [wrongDay, wrongField, missing]) {
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(wrongDay.errors[0]?.message).toContain('yyyy-mm-dd');
  });
});

describe('a subgraph whose gateway bounds nothing', () => {
  const year = 'query ($day: LocalDate!) { year(day: $day) }';

  test.each([
    [
      'more entities at once than it finds in one go',
      { representations: Array(1_001).fill({ __typename: 'Book', id: 'a' }) },
      '1000 items',
    ],
    ['variables nested without end', { day: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) }, '20 levels'],
    ['more values than a request can mean', { day: Array(200).fill(Array(300).fill(1)) }, '50000'],
    ['a text with a NUL character', { day: 'a\0b' }, 'NUL'],
  ])('refuses %s, in one sentence', async (_what, variables, words) => {
    const answer = await library.ask(year, { variables });
    expect(answer.status).toBe(400);
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('says few of many mistakes, and does not help to guess names', async () => {
    const wrongFields = await library.ask(`{ ${Array.from({ length: 50 }, (_, n) => `yaer${n}`).join(' ')} }`);
    const wrongValues = await library.ask('query ($how: [String!]!) { __typename }', { variables: { how: Array(50).fill(1) } });
    for (const { errors } of [wrongFields, wrongValues]) {
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThanOrEqual(5);
    }
    const almost = await library.ask('{ fial(how: "invalid") }');
    expect(almost.errors[0]?.message).toBe('Cannot query field "fial" on type "Query".');
    const long = await library.ask('query ($how: String!) { __typename }', { variables: { how: Array(900).fill('a long value') } });
    expect(long.errors[0]?.message.length).toBeLessThanOrEqual(501);
  });

  test('takes an operation that it does not offer for the mistake of the caller', async () => {
    for (const operation of ['mutation { __typename }', 'subscription { __typename }']) {
      const answer = await library.ask(operation);
      expect(answer.status).toBe(400);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('compares no field with a thousand others of its name', async () => {
    const answer = await library.ask(`{ ${'year(day: "2026-01-01") '.repeat(1_000)} }`);
    expect(answer.errors).toMatchObject([{ message: expect.stringContaining('repeats'), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('tells the text of its schema once', async () => {
    const once = await library.ask('{ _service { sdl } }');
    expect(once.errors).toEqual([]);
    const often = await library.ask(`{ ${Array.from({ length: 300 }, (_, n) => `a${n}: _service { sdl }`).join(' ')} }`);
    expect(often.errors).toMatchObject([{ message: expect.stringContaining('once'), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test.each(['Query', 'Mutation', 'Nothing', 'LocalDate', ['Book'], 7, null])(
    'is sent an entity of type %j, which is none',
    async (type) => {
      const answer = await library.ask('query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }', {
        variables: { of: [{ __typename: type, id: 'a' }] },
      });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_REPRESENTATION' } }]);
    },
  );

  test('reads no endless document', async () => {
    const answer = await library.ask(`{ ${'slow '.repeat(21_000)} }`);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the door of a subgraph', () => {
  const body = JSON.stringify({ query: '{ slow }' });
  const knock = (headers: Record<string, string>, content = body) =>
    fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: content });
  const token = (changes = {}) => signIdentity({ ...claimsFor('library', body, {}), ...changes }, testIdentityKey);

  test('opens to the gateway alone', async () => {
    expect((await knock({ [identityHeader]: token() })).status).toBe(200);
    for (const refused of [
      knock({}),
      knock({ [identityHeader]: 'nonsense' }),
      knock({ [identityHeader]: token({ aud: 'archive' }) }),
      knock({ [identityHeader]: token() }, JSON.stringify({ query: '{ _service { sdl } }' })),
      knock({ authorization: 'Bearer of-a-client' }),
      fetch(`${server.url}/graphql?query={__typename}`),
      fetch(`${server.url}/graphql`, { method: 'POST' }),
      fetch(`${server.url}/elsewhere`),
    ]) {
      const response = await refused;
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  test('refuses work whose deadline has passed', async () => {
    const response = await knock({ [identityHeader]: token({ dl: Date.now() - 1 }) });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] });
  });

  test('says that a body is no JSON', async () => {
    const nonsense = '{"query":';
    const response = await knock({ [identityHeader]: signIdentity(claimsFor('library', nonsense, {}), testIdentityKey) }, nonsense);
    expect(response.status).toBe(400);
    const broken = Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]);
    const unreadable = {
      method: 'POST',
      body: broken,
      headers: { [identityHeader]: signIdentity({ ...claimsFor('library', '', {}), bh: bodyHash(broken) }, testIdentityKey) },
    };
    expect((await fetch(`${server.url}/graphql`, unreadable)).status).toBe(400);
  });

  test('shows health to everybody, and readiness only when all it needs answers', async () => {
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    ready = false;
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    ready = true;
  });

  test('closes only after what is under way has been answered', async () => {
    const other = await start();
    const isUnderWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const asked = new TestSubgraph(other.url, 'library').ask('{ slow }');
    await isUnderWay;
    await other.close();
    expect((await asked).data).toEqual({ slow: 'finished' });
    await expect(fetch(`${other.url}/health/live`)).rejects.toThrow();
  });
});
