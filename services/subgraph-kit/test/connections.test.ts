import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Arg, Int, Query, Resolver } from 'type-graphql';
import { buildSubgraph } from '../src/federation/subgraph-schema.ts';
import { identityHeader, signIdentity } from '../src/identity/identity-token.ts';
import { openLog } from '../src/log/log.ts';
import { type RequestContext, type RunningServer, startSubgraphServer } from '../src/server/subgraph-server.ts';
import { testExecution } from '../src/testing/config.ts';
import { claimsFor, TestSubgraph, testIdentityKey } from '../src/testing/test-subgraph.ts';

let letGo: () => void = () => undefined;
let isHeld: () => void = () => undefined;

@Resolver()
class EchoResolver {
  @Query(() => String, { description: 'A text, many times.' })
  echo(
    @Arg('text', () => String, { description: 'The text.' }) text: string,
    @Arg('times', () => Int, { description: 'How many times.' }) times: number,
  ): string {
    return text.repeat(times);
  }

  @Query(() => String, { description: 'Waits until the test lets go.' })
  async held(): Promise<string> {
    const free = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    isHeld();
    await free;
    return 'free';
  }
}

const { schema } = buildSubgraph<RequestContext>({
  resolvers: [EchoResolver],
  references: {},
  rights: { Query: { echo: 'anyone', held: 'anyone' } },
});

function start(): Promise<RunningServer> {
  return startSubgraphServer({
    ...{ name: 'echo', schema, host: '127.0.0.1', port: 0, identityKeys: [testIdentityKey], execution: testExecution() },
    log: openLog('echo', 'silent'),
    contextFor: (request) => request,
    isReady: async () => true,
    onClose: async () => undefined,
  });
}

let server: RunningServer;
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.close());

const bodyFor = (query: string, variables = {}) => JSON.stringify({ query, variables });
const tokenFor = (body: string) => signIdentity(claimsFor('echo', body, {}), testIdentityKey);
const hello = bodyFor('{ echo(text: "é", times: 1) }');

/** A question as it stands on the wire. */
function written(body: string, { address = '/graphql', length = Buffer.byteLength(body) } = {}): string {
  const head = [`POST ${address} HTTP/1.1`, 'host: echo', 'content-type: application/json', `${identityHeader}: ${tokenFor(body)}`];
  return `${head.join('\r\n')}\r\ncontent-length: ${length}\r\n\r\n${body}`;
}

/** A bare connection, and all that came down it when it is over. */
function open(url = server.url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    heard += part;
  });
  return { socket, ended: once(socket, 'close').then(() => heard) };
}

describe('a subgraph on the wire', () => {
  test.each([
    ['letters of one, two, three and four bytes', 'aé“𝄞', 3],
    ['an answer of a megabyte', 'é', 600_000],
    ['an answer just too long to be written beforehand', '“', 262_144],
  ])('says in bytes how long its answer is: %s', async (_what, text, times) => {
    const body = bodyFor('query ($text: String!, $times: Int!) { echo(text: $text, times: $times) }', { text, times });
    // The second time it is known.
    for (const _time of [1, 2]) {
      const headers = { 'content-type': 'application/json', [identityHeader]: tokenFor(body) };
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
      expect(JSON.parse(bytes.toString())).toEqual({ data: { echo: text.repeat(times) } });
    }
  });

  test('answers questions on one connection in their order', async () => {
    const { socket, ended } = open();
    socket.write(written(bodyFor('{ echo(text: "first", times: 1) }')));
    socket.write(written(bodyFor('{ echo(text: "second", times: 1) }')));
    socket.write('GET /health/live HTTP/1.1\r\nhost: echo\r\nconnection: close\r\n\r\n');
    expect((await ended).match(/"(first|second|alive)"/g)).toEqual(['"first"', '"second"', '"alive"']);
  });

  test.each(['/graphql', '/graphql?from=gateway', 'http://echo.invalid/graphql'])('is asked at %s', async (address) => {
    const { socket, ended } = open();
    socket.end(written(hello, { address }));
    expect(await ended).toMatch(/^HTTP\/1.1 200 OK.*"echo":"é"/s);
  });

  test.each(['/graphql/', '/graphqlx', '/Graphql', '/x/graphql', '/?/graphql', '/events'])('is not asked at %s', async (address) => {
    const { socket, ended } = open();
    socket.end(written(hello, { address }));
    expect(await ended).toMatch(/^HTTP\/1.1 401 /);
  });

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('is not asked by %s', async (method) => {
    const headers = { [identityHeader]: tokenFor('') };
    expect((await fetch(`${server.url}/graphql`, { method, headers })).status).toBe(401);
  });

  test('reads a question that comes in pieces', async () => {
    const { socket, ended } = open();
    const [head = '', body = ''] = written(hello).split('\r\n\r\n');
    socket.write(`${head.replace(/content-length: \d+/, 'transfer-encoding: chunked\r\nconnection: close')}\r\n\r\n`);
    for (const letter of body) socket.write(`${Buffer.byteLength(letter).toString(16)}\r\n${letter}\r\n`);
    socket.write('0\r\n\r\n');
    expect(await ended).toMatch(/^HTTP\/1.1 200 OK.*"echo":"é"/s);
  });

  test('answers the next question when one is broken off', async () => {
    const { socket } = open();
    await once(socket, 'connect');
    socket.write(written(hello, { length: 1_000 }));
    socket.destroy();
    expect((await new TestSubgraph(server.url, 'echo').ask('{ echo(text: "next", times: 1) }')).data).toEqual({ echo: 'next' });
  });

  test('keeps no connection of somebody who sent what is no request and ends nothing by themselves', async () => {
    const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    const before = sockets();
    const { hostname, port } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }).resume();
    socket.write('hello\r\n\r\n');
    await once(socket, 'end');
    // Theirs alone is left: both ends are of this process.
    while (sockets() > before + 1) await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
  });

  const tooMuch = 4 * 1024 * 1024 + 1;

  test('refuses a body that says it is too large before it comes, and takes nothing more on that connection', async () => {
    const { socket, ended } = open();
    socket.write(written(hello, { length: tooMuch }));
    expect(await ended).toMatch(/^HTTP\/1.1 413 .*connection: close.*"The request is too large\."/is);
  });

  test('refuses a body that turns out to be too large', async () => {
    const { socket, ended } = open();
    socket.on('error', () => undefined);
    const [head = ''] = written(hello).split('\r\n\r\n');
    socket.write(`${head.replace(/content-length: \d+/, 'transfer-encoding: chunked')}\r\n\r\n`);
    socket.write(`${tooMuch.toString(16)}\r\n${'x'.repeat(tooMuch)}\r\n`);
    expect(await ended).toMatch(/^HTTP\/1.1 413 .*connection: close.*"The request is too large\."/is);
  });
});

test('a subgraph that stops ends the connection of what is under way with its answer', async () => {
  const stopping = await start();
  const reached = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const { socket, ended } = open(stopping.url);
  socket.write(written(bodyFor('{ held }')));
  await reached;
  const stopped = stopping.close();
  letGo();
  expect(await ended).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*"held":"free"/is);
  await stopped;
});
