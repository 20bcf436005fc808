import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { printSchema } from 'graphql';
import { silenceVendor } from '../src/config.ts';
import { eventually } from './support/eventually.ts';
import { booksSubgraph, library } from './support/library.ts';
import { apiOf, composed, SmallNetwork } from './support/small-network.ts';
import { SmallSubgraph } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeEach(async () => {
  network = await SmallNetwork.start(library);
});
afterEach(() => network.close());

const run = promisify(execFile);
const key = { kid: 'test', secret: randomBytes(32) };
const subgraphs = (sdl: string) =>
  [{ ...booksSubgraph, sdl }, ...library.slice(1)].map((parts) => new SmallSubgraph({ name: parts.name, sdl: parts.sdl }, key));

/** Puts a new version in place at once, as `npm run schema:compose` does. */
async function deliver(sdl: string, contract?: string): Promise<void> {
  const file = join(network.folder, 'supergraph.graphql');
  await writeFile(`${file}.new`, sdl);
  await rename(`${file}.new`, file);
  if (contract !== undefined) await writeFile(join(network.folder, 'public.graphql'), contract);
}

const readiness = async () => {
  const response = await fetch(`${network.url}/health/ready`);
  const { supergraph, ...body } = (await response.json()) as { status: string; graph?: string; supergraph: string };
  expect(supergraph).toMatch(/^[0-9a-f]{12}$/);
  return { status: response.status, body };
};

describe('a new supergraph', () => {
  test('is used without a restart', async () => {
    expect((await network.ask('{ news }')).status).toBe(400);
    const newer = composed(subgraphs(booksSubgraph.sdl.replace('kind: Kind\n', 'kind: Kind\n news: String\n')));
    await deliver(newer, printSchema(apiOf(newer)));
    await eventually(async () => (await network.ask('{ __type(name: "Query") { fields { name } } }')).text.includes('"news"'));
    expect((await network.ask('{ book(id: "1") { title price } }')).data.book).toEqual({ title: 'Roots', price: 100 });
    expect((await readiness()).body).toEqual({ status: 'ready' });
  });

  test.each([
    ['is no GraphQL', async () => 'type {'],
    ['is no supergraph', async () => 'type Query { a: Int }'],
    ['is empty', async () => ''],
    [
      'names a subgraph that has no address here',
      async () => composed([...subgraphs(booksSubgraph.sdl), new SmallSubgraph({ name: 'stranger', sdl: 'type Query { x: Int }' }, key)]),
    ],
  ])('that %s leaves the last good one in use, and health and log say so', async (_what, make) => {
    await deliver(await make());
    await eventually(async () => (await readiness()).body.graph !== undefined);
    expect(await readiness()).toEqual({ status: 200, body: { status: 'ready', graph: 'the last good one; the newest could not be used' } });
    expect((await network.ask('{ book(id: "1") { title price } }')).data.book).toEqual({ title: 'Roots', price: 100 });
    expect(network.logged.filter((line) => line.includes('the last good one stays'))).toHaveLength(1);
    await deliver(composed(subgraphs(booksSubgraph.sdl)));
    await eventually(async () => (await readiness()).body.graph === undefined);
  });

  test('that vanishes leaves the last good one in use', async () => {
    await rm(join(network.folder, 'supergraph.graphql'));
    await eventually(async () => (await readiness()).body.graph !== undefined);
    expect((await network.ask('{ echo(text: "on") }')).data).toEqual({ echo: 'on' });
  });
});

describe('health', () => {
  test('is ready when every part is, and names none of them', async () => {
    expect(await readiness()).toEqual({ status: 200, body: { status: 'ready' } });
    network.subgraph('stock').isReady = false;
    await eventually(async () => (await readiness()).status === 503);
    expect((await readiness()).body).toEqual({ status: 'waiting' });
    network.subgraph('stock').isReady = true;
    await eventually(async () => (await readiness()).status === 200);
    expect(await (await fetch(`${network.url}/health/live`)).json()).toEqual({ status: 'alive' });
  });

  test('a request under way is finished before the door closes', async () => {
    const held: ServerResponse[] = [];
    network.subgraph('books').fault = (_request, response) => void held.push(response);
    const asked = network.ask('{ echo }');
    await eventually(() => held.length === 1);
    const closed = network.closeDoor();
    held[0]?.writeHead(200).end('{"data":{"echo":"late"}}');
    expect((await asked).data).toEqual({ echo: 'late' });
    await closed;
    await expect(fetch(`${network.url}/health/live`)).rejects.toThrow();
  });
});

describe('for people', () => {
  test('the first page is in French and English, needs nothing from elsewhere, and may run no script', async () => {
    const response = await fetch(`${network.url}/`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html.indexOf('lang="fr"')).toBeLessThan(html.indexOf('lang="en"'));
    expect(html).toMatch(/href="\/schema\.graphql"/);
    expect(html).toMatch(/href="\/health\/ready"/);
    expect(html).not.toMatch(/<script|src="http|@import/);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; img-src data:/);
  });

  test('the schema can be read as text', async () => {
    const response = await fetch(`${network.url}/schema.graphql`);
    const text = await response.text();
    expect(text).toContain('type Book');
    expect(text).not.toMatch(/join__|_entities/);
  });
});

describe('the vendor', () => {
  test('is told nothing: its switches are off before its libraries look at them', async () => {
    const environment: NodeJS.ProcessEnv = { APOLLO_KEY: 'service:x:y', APOLLO_GRAPH_REF: 'x@y', PATH: '/bin' };
    silenceVendor(environment);
    expect(environment).toEqual({ PATH: '/bin', APOLLO_TELEMETRY_DISABLED: 'true' });
  });

  test('would be told by a gateway that was not silenced, and is not told by ours', async () => {
    // In a process of its own that ends at once, since what it opens would report on the way out.
    const count =
      "const { ApolloGateway } = require('@apollo/gateway'); process.stdout.write(String(new ApolloGateway({ supergraphSdl: '' }).toDispose.length)); process.exit(0)";
    const reporters = async (environment: NodeJS.ProcessEnv) =>
      (await run(process.execPath, ['-e', count], { cwd: import.meta.dirname, env: environment })).stdout;
    expect(await reporters({})).toBe('1');
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
    expect(await reporters({ APOLLO_TELEMETRY_DISABLED: 'true' })).toBe('0');
  });
});

test('a process that lacks its settings says which, and does not start', async () => {
  const main = join(import.meta.dirname, '../src/main.ts');
  const failure = await run(process.execPath, ['--import', 'tsx', main], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], ISSUER: 'ftp://x' },
  }).catch((error: unknown) => error);
  const { code, stderr } = failure as { code: number; stderr: string };
  expect(code).toBe(1);
  expect(stderr).toMatch(/SUBGRAPH_URLS is missing/);
  expect(stderr).toMatch(/ISSUER is wrong/);
  expect(stderr).not.toMatch(/\n\s+at /);
});
