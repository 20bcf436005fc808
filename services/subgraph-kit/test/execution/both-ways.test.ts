import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Arg, createUnionType, Directive, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput, NotFound } from '../../src/errors/errors.ts';
import { scopes } from '../../src/federation/rights.ts';
import { buildSubgraph } from '../../src/federation/subgraph-schema.ts';
import { LocalDateScalar } from '../../src/graph/scalars.ts';
import { identityHeader, signIdentity } from '../../src/identity/identity-token.ts';
import { openLog } from '../../src/log/log.ts';
import { type Execution, type RequestContext, type RunningServer, startSubgraphServer } from '../../src/server/subgraph-server.ts';
import { claimsFor, type TestViewer, testIdentityKey } from '../../src/testing/test-subgraph.ts';

@ObjectType('Song', { simpleResolvers: true })
@Directive('@key(fields: "id")')
class SongType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  lyrics?: string | null;
}

@ObjectType('Tune', { simpleResolvers: true })
@Directive('@key(fields: "id")')
class TuneType {
  @Field(() => ID)
  id!: string;
}

@ObjectType('Silence', { simpleResolvers: true })
class SilenceType {
  @Field(() => Int)
  seconds!: number;
}

const Heard = createUnionType({
  name: 'Heard',
  types: () => [SongType, SilenceType],
  resolveType: (value: object) => ('seconds' in value ? 'Silence' : 'Song'),
});

const song = (id: string) => ({ id, title: `Song ${id}` });
let sung = 0;

@Resolver(() => SongType)
class SongResolver {
  @Query(() => [SongType])
  songs(@Arg('first', () => Int, { defaultValue: 2 }) first: number): object[] {
    return ['a', 'b', 'c'].slice(0, first).map(song);
  }

  @Query(() => [Heard], { nullable: true })
  async heard(): Promise<object[]> {
    return [song('a'), { seconds: 3 }];
  }

  @Query(() => SongType, { nullable: true })
  lost(): object {
    return { id: 'lost', title: null };
  }

  @Query(() => SongType)
  gone(): object {
    throw new NotFound('There is no such song.');
  }

  @Query(() => Int, { nullable: true })
  teapot(): number {
    throw new GraphQLError('short and stout', {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 418, headers: new Map([['x-tea', 'yes']]) } },
    });
  }

  @Query(() => Int)
  year(@Arg('day', () => LocalDateScalar) day: string): number {
    if (day < '2000-01-01') throw new InvalidInput('Send a later day.');
    return Number(day.slice(0, 4));
  }

  @Mutation(() => Int)
  sing(@Arg('times', () => Int) times: number): number {
    if (times < 0) throw new Error('a bug');
    sung += times;
    return sung;
  }

  @FieldResolver(() => String, { nullable: true })
  async lyrics(@Root() { id }: SongType): Promise<string | null> {
    if (id === 'b') throw new NotFound('Nobody wrote them down.');
    return id === 'c' ? null : `la ${id}`;
  }
}

const { schema } = buildSubgraph<RequestContext & { songById: DataLoader<string, object | null> }>({
  resolvers: [SongResolver],
  references: {
    Song: ({ id }: { __typename: string; id: string }, { songById }) => (id === 'broken' ? Promise.reject('hiss') : songById.load(id)),
    Tune: ({ id }: { __typename: string; id: string }, { songById }) => songById.load(id),
  },
  orphanedTypes: [TuneType],
  rights: {
    Query: { songs: 'anyone', heard: 'anyone', lost: 'anyone', gone: 'anyone', teapot: 'anyone', year: 'anyone' },
    Mutation: { sing: 'anyone' },
    Song: { id: 'anyone', title: 'anyone', lyrics: scopes('lyrics:read') },
    Tune: { id: 'anyone' },
    Silence: 'anyone',
  },
});

const servers = new Map<Execution, RunningServer>();

beforeAll(async () => {
  for (const execution of ['compiled', 'stock'] as const) {
    const server = await startSubgraphServer({
      ...{ name: 'songs', schema, host: '127.0.0.1', port: 0, identityKeys: [testIdentityKey], execution },
      log: openLog('songs', 'silent'),
      contextFor: (request) => ({
        ...request,
        songById: new DataLoader(async (ids: readonly string[]) => ids.map((id) => (id === 'none' ? null : song(id)))),
      }),
      isReady: async () => true,
      metrics: { address: { host: '127.0.0.1', port: 0 }, database: { sessions: { busy: 0, idle: 0, waiting: 0 } } },
      onClose: async () => undefined,
    });
    servers.set(execution, server);
  }
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});

interface Sent {
  readonly body: unknown;
  readonly as?: TestViewer;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(execution: Execution, { body, as = { scopes: ['lyrics:read'], sub: 'somebody' }, headers = {} }: Sent) {
  const text = JSON.stringify(body);
  const token = signIdentity(claimsFor('songs', text, as), testIdentityKey);
  const response = await fetch(`${servers.get(execution)?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', [identityHeader]: token, ...headers },
    body: text,
  });
  const told = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { status: response.status, headers: told, text: (await response.text()).replace(/"reference":"\w+"/g, '"reference":""') };
}

const gateway = { accept: 'application/graphql-response+json, application/json' };
const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Song { id title lyrics } } }';
const shared = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Song { title } ... on Tune { id } } }';
const two = 'query A { songs { id } } query B($n: Int!) { songs(first: $n) { title } }';
const year = 'query ($day: LocalDate!) { year(day: $day) }';

describe('whatever is asked is answered alike by the fast lane and by plain Apollo Server, to the byte', () => {
  const cases: readonly (readonly [string, Sent])[] = [
    ['a list', { body: { query: '{ songs { id title } }' } }],
    ['the form the gateway asks for', { body: { query: '{ songs { id title } }', variables: {} }, headers: gateway }],
    ['any form', { body: { query: '{ songs { id } }' }, headers: { accept: '*/*' } }],
    ['a form there is not', { body: { query: '{ songs { id } }' }, headers: { accept: 'text/html' } }],
    ['errors beside data', { body: { query: '{ songs(first: 3) { lyrics } lost { title } }' } }],
    ['nothing at all, since a field must not be null', { body: { query: '{ gone { id } }' } }],
    ['an error that wants a status of its own', { body: { query: '{ teapot }' } }],
    ['a union', { body: { query: '{ heard { __typename ... on Song { title } ... on Silence { seconds } } }' } }],
    ['entities', { body: { query: entities, variables: { of: ['a', 'none', 'b'].map((id) => ({ __typename: 'Song', id })) } } }],
    ['entities of a type there is not', { body: { query: entities, variables: { of: [{ __typename: 'Noise', id: 'a' }] } } }],
    [
      'one thing that is asked for as two types',
      { body: { query: shared, variables: { of: ['Song', 'Tune', 'Song'].map((type) => ({ __typename: type, id: 'both' })) } } },
    ],
    [
      'entities that were not found, for no reason',
      { body: { query: entities, variables: { of: ['a', 'broken'].map((id) => ({ __typename: 'Song', id })) } } },
    ],
    [
      'an entity without its key',
      { body: { query: entities, variables: { of: [{ __typename: 'Song' }, { __typename: 'Song', id: 'a' }] } } },
    ],
    ['a variable that is missing', { body: { query: year } }],
    ['a variable that is wrong', { body: { query: year, variables: { day: '2026-02-30' } } }],
    ['variables that are null', { body: { query: '{ songs { id } }', variables: null, operationName: null, extensions: null } }],
    ['variables that are a list', { body: { query: '{ songs { id } }', variables: [] } }],
    ['a resolver that refuses', { body: { query: year, variables: { day: '1999-01-01' } } }],
    ['one operation of two', { body: { query: two, operationName: 'B', variables: { n: 1 } } }],
    ['none of two operations', { body: { query: two } }],
    ['an operation that is not in the document', { body: { query: two, operationName: 'C' } }],
    ['a field without its scope', { body: { query: '{ songs { lyrics } }' }, as: { sub: 'somebody' } }],
    ['a field of somebody else', { body: { query: '{ songs { lyrics } }' }, as: {} }],
    ['a field that there is not', { body: { query: '{ songs { colour } }' } }],
    ['a document that cannot be read', { body: { query: '{ songs {' } }],
    ['the schema', { body: { query: '{ __schema { queryType { name } } }' } }],
    ['the text of the schema', { body: { query: '{ _service { sdl } }' } }],
    ['a name that means something', { body: { query: '{ songs { __proto__: id constructor: title toString: id } }' } }],
    ['a subscription', { body: { query: 'subscription { songs { id } }' } }],
    ['a bug in a mutation', { body: { query: 'mutation { sing(times: -1) }' } }],
    ['a stored query', { body: { query: '{ songs { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } } }],
    ['several requests at once', { body: [{ query: '{ songs { id } }' }] }],
    ['nothing', { body: {} }],
    [
      'what is switched off',
      { body: { query: 'query ($no: Boolean!) { songs { id @skip(if: $no) title @include(if: $no) } }', variables: { no: true } } },
    ],
    [
      'what is switched on',
      { body: { query: 'query ($no: Boolean!) { songs { id @skip(if: $no) title @include(if: $no) } }', variables: { no: false } } },
    ],
  ];

  test.each(cases)('%s', async (_what, sent) => {
    const due = await send('stock', sent);
    // The second time it is known.
    for (const _time of ['first', 'second']) expect(await send('compiled', sent)).toEqual(due);
  });

  test('one thing that is asked for as two types is each of them', async () => {
    const of = ['Song', 'Tune', 'Song'].map((type) => ({ __typename: type, id: 'both' }));
    const { text } = await send('compiled', { body: { query: shared, variables: { of } } });
    const asSong = { __typename: 'Song', title: 'Song both' };
    expect(JSON.parse(text)).toEqual({ data: { _entities: [asSong, { __typename: 'Tune', id: 'both' }, asSong] } });
  });

  test('and the figures count the same', async () => {
    const counts = async (execution: Execution) =>
      [
        ...(await (await fetch(servers.get(execution)?.metricsUrl ?? '')).text()).matchAll(
          /^subgraph_errors_total\{code="(\w+)"\} (\d+)$/gm,
        ),
      ].map(([, code, count]) => [code, Number(count)] as const);
    for (const [code, count] of await counts('stock')) expect(await counts('compiled')).toContainEqual([code, 2 * count]);
  });

  test('a change is made once for each request', async () => {
    sung = 0;
    for (let n = 1; n <= 3; n += 1)
      expect((await send('compiled', { body: { query: 'mutation { sing(times: 2) again: sing(times: 1) }' } })).text).toBe(
        `{"data":{"sing":${3 * n - 1},"again":${3 * n}}}\n`,
      );
  });
});
