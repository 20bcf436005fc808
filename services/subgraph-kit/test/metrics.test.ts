import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { NotFound } from '../src/errors/errors.ts';
import { buildSubgraph } from '../src/federation/subgraph-schema.ts';
import { openLog } from '../src/log/log.ts';
import { type RequestContext, type RunningServer, startSubgraphServer } from '../src/server/subgraph-server.ts';
import { testExecution } from '../src/testing/config.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';
import { TestSubgraph, testIdentityKey } from '../src/testing/test-subgraph.ts';

@ObjectType('Lamp', { description: 'A lamp.' })
class LampType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

let lamps: TestDatabase;

@Resolver(() => LampType)
class LampResolver {
  @Query(() => String, { nullable: true, description: 'Keeps a session of the database busy until the test lets go of the lamp.' })
  async burn(): Promise<string> {
    await lamps.database.query('SELECT pg_advisory_xact_lock(1)');
    return 'burnt';
  }

  @Query(() => String, { nullable: true, description: 'Finds nothing.' })
  find(): string {
    throw new NotFound('There is no such lamp.');
  }
}

let server: RunningServer;
let subgraph: TestSubgraph;

beforeAll(async () => {
  lamps = await openTestDatabase({ name: 'lamps', rows: [], migrations: [] });
  const { schema } = buildSubgraph<RequestContext>({
    resolvers: [LampResolver],
    references: {},
    orphanedTypes: [LampType],
    rights: { Query: { burn: 'anyone', find: 'anyone' }, Lamp: { id: 'anyone' } },
  });
  server = await startSubgraphServer({
    name: 'lamps',
    schema,
    host: '127.0.0.1',
    port: 0,
    identityKeys: [testIdentityKey],
    execution: testExecution(),
    log: openLog('lamps', 'silent'),
    contextFor: (request) => request,
    isReady: async () => true,
    metrics: { address: { host: '127.0.0.1', port: 0 }, database: lamps.database },
    onClose: async () => undefined,
  });
  subgraph = new TestSubgraph(server.url, 'lamps');
});
afterAll(async () => {
  await server?.close();
  await lamps?.drop();
});

const figures = async () => (await fetch(server.metricsUrl ?? '')).text();
const sessions = async () => {
  const found = (await figures()).matchAll(/^subgraph_database_sessions\{state="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...found].map(([, state, count]) => [state, Number(count)]));
};

test('requests are counted by status, errors by code, and neither by whom', async () => {
  await subgraph.ask('{ find }', { as: { sub: 'person-in-the-dark' } });
  await subgraph.ask('{ nothing }');
  await fetch(`${server.url}/graphql`, { method: 'POST', body: '{}' });
  const text = await figures();
  expect(text).toMatch(/^subgraph_request_seconds_count\{status="200"\} 1$/m);
  expect(text).toMatch(/^subgraph_request_seconds_count\{status="400"\} 1$/m);
  expect(text).toMatch(/^subgraph_request_seconds_count\{status="401"\} 1$/m);
  expect(text).toMatch(/^subgraph_errors_total\{code="NOT_FOUND"\} 1$/m);
  expect(text).toMatch(/^subgraph_errors_total\{code="BAD_USER_INPUT"\} 1$/m);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(text).not.toMatch(/person-in-the-dark/);
});

test('a session that works and requests that wait for one are seen', async () => {
  const holder = new pg.Client({ connectionString: lamps.url });
  await holder.connect();
  await holder.query('SELECT pg_advisory_lock(1)');
  // Who waits too long for the lamp is sent away, so each comes again until it is free.
  let isHeld = true;
  const asked = Array.from({ length: 12 }, async () => {
    while (isHeld) await subgraph.ask('{ burn }');
  });
  let seen = await sessions();
  while (seen['busy'] !== 8 || seen['waiting'] !== 4) seen = await sessions();
  expect(seen).toEqual({ busy: 8, idle: 0, waiting: 4 });
  isHeld = false;
  await holder.end();
  await Promise.all(asked);
  expect(await sessions()).toMatchObject({ busy: 0, waiting: 0 });
});

test('the door of the subgraph itself shows no figures', async () => {
  expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
});
