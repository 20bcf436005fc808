import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Connections } from './connections.ts';
import { Exchange } from './exchange.ts';

const question = (name: string) => `POST / HTTP/1.1\r\nhost: any\r\ncontent-length: ${Buffer.byteLength(name)}\r\n\r\n${name}`;
const response = (text: string, ...lines: string[]) =>
  `${['HTTP/1.1 200 OK', `content-length: ${Buffer.byteLength(text)}`, ...lines].join('\r\n')}\r\n\r\n${text}`;

/** What came in at the subgraph: a question, and where it came from. */
interface Heard {
  readonly name: string;
  readonly socket: Socket;
  readonly connection: number;
}

let server: Server;
let heard: Heard[];
let answer: (heard: Heard) => void;
let connections: Connections;
const echo = ({ socket, name }: Heard) => void socket.write(response(name));

function open(most = 2): Connections {
  connections = new Connections(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), {
    connections: most,
    largestAnswer: 300_000,
  });
  return connections;
}

beforeEach(async () => {
  heard = [];
  answer = echo;
  let opened = 0;
  server = createServer((socket) => {
    opened += 1;
    const connection = opened;
    let text = '';
    socket.on('error', () => undefined).setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const [, length, body = ''] = /content-length: (\d+)\r\n\r\n(.*)$/s.exec(text) ?? [];
      if (length === undefined || Buffer.byteLength(body) < Number(length)) return;
      text = '';
      const one = { name: body, socket, connection };
      heard.push(one);
      answer(one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  connections.close();
  server.close();
  await once(server, 'close');
});

const ask = (name: string) => new Exchange(connections, question(name));
const textOf = async (exchange: Exchange) => (await exchange.response).text;
const used = () => heard.map(({ connection }) => connection);

async function heardOf(count: number): Promise<Heard> {
  while (heard.length < count) await turn();
  return heard[count - 1] as Heard;
}

describe('connections to a subgraph', () => {
  test('carry one question after another', async () => {
    open();
    for (const name of ['one', 'two', 'été']) expect(await textOf(ask(name))).toBe(name);
    expect(used()).toEqual([1, 1, 1]);
  });

  test('carry as many at once as they may, and the others in their order when it is their turn', async () => {
    open(2);
    answer = () => undefined;
    const asked = ['1', '2', '3', '4'].map(ask);
    await heardOf(2);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(heard).toHaveLength(2);
    answer = echo;
    for (const one of [...heard]) echo(one);
    expect(await Promise.all(asked.map(textOf))).toEqual(['1', '2', '3', '4']);
    expect(heard.map(({ name }) => name).slice(2)).toEqual(['3', '4']);
    expect(new Set(used())).toEqual(new Set([1, 2]));
  });

  test('carry questions and answers that do not fit in one piece', async () => {
    open();
    const long = 'Cantepau – aérostructures '.repeat(8_000);
    expect(await textOf(ask(long))).toBe(long);
    expect(await textOf(ask('short'))).toBe('short');
    expect(used()).toEqual([1, 1]);
  });

  test('read several answers at once, each its own', async () => {
    open(20);
    const names = Array.from({ length: 60 }, (_, at) => String(at).repeat(3_000));
    expect(await Promise.all(names.map((name) => textOf(ask(name))))).toEqual(names);
  });
});

describe('a connection is not used again', () => {
  const next = async () => {
    expect(await textOf(ask('next'))).toBe('next');
    return used().at(-1);
  };

  test('when the subgraph says so', async () => {
    open();
    answer = ({ socket, name }) => void socket.write(response(name, 'connection: close'));
    await ask('one').response;
    answer = echo;
    expect(await next()).toBe(2);
  });

  test('when something comes on it that nobody asked for: it would be the next one’s answer', async () => {
    open();
    await ask('one').response;
    const { socket } = await heardOf(1);
    socket.write(response('poison'));
    await once(socket, 'close');
    expect(await next()).toBe(2);
    answer = ({ socket: mine, name }) => void mine.write(response(name) + response('poison'));
    expect(await textOf(ask('three'))).toBe('three');
    answer = echo;
    expect(await next()).toBe(3);
  });

  test('when the subgraph has closed it', async () => {
    open();
    await ask('one').response;
    const { socket } = await heardOf(1);
    socket.end();
    await once(socket, 'close');
    expect(await next()).toBe(2);
  });

  test('when the subgraph may be about to close it', async () => {
    open();
    answer = ({ socket, name }) => void socket.write(response(name, 'keep-alive: timeout=2'));
    await ask('one').response;
    answer = echo;
    expect(await next()).toBe(2);
  });
});

describe('a question', () => {
  test('that nobody waits for any more takes its connection along, and lets the next one in', async () => {
    open(1);
    answer = () => undefined;
    const leaving = ask('one');
    const [waiting, gone] = [ask('two'), ask('three')];
    const { socket } = await heardOf(1);
    answer = echo;
    const closed = once(socket, 'close');
    gone.abort(new Error('nobody waits'));
    leaving.abort(new Error('nobody waits'));
    await closed;
    await expect(leaving.response).rejects.toThrow('nobody waits');
    await expect(gone.response).rejects.toThrow('nobody waits');
    expect(await textOf(waiting)).toBe('two');
    expect(await textOf(ask('four'))).toBe('four');
    expect(heard.map(({ name }) => name)).toEqual(['one', 'two', 'four']);
  });

  test('whose connection is cut hears of it, and whether an answer had begun', async () => {
    open();
    answer = ({ socket }) => void socket.destroy();
    const before = ask('one');
    await expect(before.response).rejects.toMatchObject({ code: 'ECONNRESET' });
    answer = ({ socket }) => void socket.end('HTTP/1.1 200');
    const after = ask('two');
    await expect(after.response).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect([before.hasBegun, after.hasBegun]).toEqual([false, true]);
  });

  test('finds nobody where no subgraph is', async () => {
    open();
    connections.close();
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    connections = new Connections(new URL(`http://127.0.0.1:${port}`), { connections: 1, largestAnswer: 1 });
    await expect(Promise.allSettled([ask('one').response, ask('two').response])).resolves.toMatchObject([
      { reason: { code: 'ECONNREFUSED' } },
      { reason: { code: 'ECONNREFUSED' } },
    ]);
    server.listen(0);
    await once(server, 'listening');
  });

  test('is refused once all is closed, and whoever waits is told', async () => {
    open(1);
    answer = () => undefined;
    const [carried, waiting] = [ask('one'), ask('two')];
    await heardOf(1);
    connections.close();
    const late = ask('three');
    const ends = await Promise.allSettled([carried, waiting, late].map((exchange) => exchange.response));
    expect(ends.map((end) => end.status === 'rejected' && end.reason.message)).toEqual(Array(3).fill(expect.stringContaining('closed')));
  });
});
