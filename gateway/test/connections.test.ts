import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, test } from '@jest/globals';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

const places = 2;
const connections = 8;
/** More than what two sockets keep of an answer that nobody reads. */
const tooMuchForSockets = 'x'.repeat(30_000_000);

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, {
    HEADER_TIMEOUT: '300',
    REQUEST_TIMEOUT: '20000',
    FETCH_TIMEOUT: '20000',
    DEPARTURE_TIMEOUT: '300',
    ADMISSION_CONCURRENCY: String(places),
    ADMISSION_QUEUE: '0',
    CLIENT_CONNECTIONS: String(connections),
    LARGEST_ANSWER: '100000000',
  });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const question = '{ echo(text: "x") }';
const isServed = () =>
  network.ask(question).then(
    ({ status }) => status === 200,
    () => false,
  );

/** A client that ends nothing by itself. */
function arrive(): Socket {
  const { hostname, port } = new URL(network.url);
  return connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => undefined);
}

function requestOf(query: string): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** Has the subgraph keep everybody waiting, and tells how many do. */
function stall(): { waiting: number } {
  const seen = { waiting: 0 };
  network.subgraph('books').fault = () => {
    seen.waiting += 1;
  };
  return seen;
}

describe('a client', () => {
  test('that sends several requests one behind the other and goes away gives back the places of all', async () => {
    for (let round = 0; round < places; round += 1) {
      const seen = stall();
      const client = arrive();
      client.write(requestOf(`{ a${round}: echo }`) + requestOf(`{ b${round}: echo }`));
      await eventually(() => seen.waiting === places);
      client.destroy();
      network.subgraph('books').fault = undefined;
      await eventually(isServed);
    }
    const seen = stall();
    const clients = Array.from({ length: places }, (_, nth) => arrive().end(requestOf(`{ c${nth}: echo }`)));
    await eventually(() => seen.waiting === places);
    for (const client of clients) client.destroy();
  });

  test('that never reads its answer takes no place from others', async () => {
    network.subgraph('books').fault = (_request, response) => sendJson(response, 200, { data: { echo: tooMuchForSockets } });
    const clients = Array.from({ length: places }, () => arrive().pause());
    for (const client of clients) client.write(requestOf('{ echo }'));
    await eventually(() => network.costs.length === places);
    network.subgraph('books').fault = undefined;
    await eventually(isServed);
    for (const client of clients) client.destroy();
  });

  test.each([
    ['says nothing', ''],
    ['says nothing that can be understood and does not go', 'hello\r\n\r\n'],
    ['never reads its answer', requestOf('{ echo }')],
  ])('that %s does not keep its connection', async (_what, bytes) => {
    network.subgraph('books').fault = (_request, response) => sendJson(response, 200, { data: { echo: tooMuchForSockets } });
    const clients = Array.from({ length: connections }, () => arrive().pause());
    for (const client of clients) client.write(bytes);
    await eventually(async () => !(await isServed()));
    network.subgraph('books').fault = undefined;
    await eventually(isServed);
    for (const client of clients) client.destroy();
  });
});
