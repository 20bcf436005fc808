import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, {
    ALLOWED_ORIGINS: 'https://console.invalid, https://other.invalid:8443',
  });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const plain = 'application/json';
const graphql = 'application/graphql-response+json';
const post = (body: unknown, headers: Record<string, string> = {}) => network.post(JSON.stringify(body), headers);

/** Sends bytes down a bare connection and waits until the other side ends it. */
function raw(bytes: string, { url } = network): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => void socket.write(bytes));
    socket.on('data', (data) => (answer += data));
    socket.on('close', () => resolve(answer));
    // Who is cut off while bytes are still on their way is told of that as well.
    socket.on('error', (error) => answer === '' && reject(error));
  });
}

const careful = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/),
};

/** The headers of an answer that came down a bare connection. */
const headersOf = (answer: string) =>
  Object.fromEntries(
    answer
      .slice(0, answer.indexOf('\r\n\r\n'))
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(/: (.*)/).slice(0, 2)),
  );

/** The JSON of an answer that came down a bare connection. */
const bodyOf = (answer: string) =>
  JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { errors: { message: string; extensions: { reference: string } }[] };

/** Whatever an answer says, a browser is told to be careful with it, and its reference stands in it twice. */
const expectCare = (answer: string) => {
  const [error] = bodyOf(answer).errors;
  expect(headersOf(answer)).toMatchObject({ ...careful, 'cache-control': 'no-store', 'x-request-id': error?.extensions.reference });
};

describe('the media type of an answer', () => {
  test.each([
    [undefined, plain],
    ['', plain],
    ['*/*', plain],
    ['application/*', plain],
    [plain, plain],
    [graphql, graphql],
    [`${graphql}, ${plain};q=0.5`, graphql],
    [`${plain};q=0.5, ${graphql};q=0.9`, graphql],
    [`text/html, ${plain};q=0.1`, plain],
    [`${plain};q=0, */*`, graphql],
    [`${plain};q=0.5, */*`, graphql],
    [`*/*, ${graphql}`, graphql],
    [`${graphql}, ${plain}`, graphql],
    [`${graphql};q=0.5, application/*;q=0.8`, plain],
    [`${plain}; charset=utf-16`, plain],
    [`${plain}; callbackSpec=1.0`, plain],
  ])('for Accept: %s', async (accept, type) => {
    const headers: Record<string, string> = accept === undefined ? {} : { accept };
    const good = await post({ query: '{ echo(text: "x") }' }, headers);
    expect([good.status, good.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    const refused = await post({ query: '{ echo ', variables: 1 }, headers);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, `${type}; charset=utf-8`]);
  });

  test.each(['text/html', 'text/event-stream', 'multipart/mixed', `${plain};q=0`, 'nonsense'])('is none for Accept: %s', async (accept) => {
    const { status, errors } = await post({ query: '{ echo }' }, { accept });
    expect([status, errors[0]?.extensions.code]).toEqual([406, 'BAD_USER_INPUT']);
    expect(network.fetches).toEqual([]);
  });
});

describe('a document or a variable that is refused', () => {
  const refused: Record<string, object> = {
    'cannot be read': { query: '{ echo( }' },
    'asks for what is not there': { query: '{ nothing }' },
    'is too large': {
      query:
        '{ a0:echo a1:echo a2:echo a3:echo a4:echo a5:echo a6:echo a7:echo a8:echo a9:echo b0:echo b1:echo b2:echo b3:echo b4:echo b5:echo b6:echo b7:echo b8:echo b9:echo c0:echo }',
    },
    'names an operation that is not there': { query: 'query A { echo }', operationName: 'B' },
    'has a variable of the wrong type': { query: 'query ($w: Boolean!) { echo @include(if: $w) }', variables: { w: 'yes' } },
  };
  test.each(Object.keys(refused))('because it %s has status 200 for whoever names application/json, 400 for the others', async (what) => {
    const statuses = [plain, `${plain}; charset=utf-8`, graphql, '*/*'].map(
      async (accept) => (await post(refused[what], { accept })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 400, 400]);
    const { data, errors, text } = await post(refused[what], { accept: plain });
    expect([data, errors[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
    expect(text).not.toContain('"data"');
  });

  test('as a request it has status 400 whatever was asked for', async () => {
    for (const accept of [plain, graphql]) {
      expect((await network.post('{', { accept })).status).toBe(400);
      expect((await post({ query: 7 }, { accept })).status).toBe(400);
      expect((await post({ query: '{ echo }', extensions: 'x' }, { accept })).status).toBe(400);
    }
  });
});

describe('the form of a request', () => {
  test('may leave out or empty what is optional', async () => {
    for (const extra of [
      {},
      { variables: null },
      { operationName: null },
      { extensions: null },
      { extensions: { a: 1 } },
      { variables: {} },
    ]) {
      expect((await post({ query: '{ echo(text: "x") }', ...extra })).data).toEqual({ echo: 'x' });
    }
  });

  test.each([
    ['compressed', new Uint8Array(gzipSync('{"query":"{ echo }"}')), { 'content-encoding': 'gzip' }, /without compression/],
    ['in the form of a web form', 'query={echo}', { 'content-type': 'application/x-www-form-urlencoded' }, /application\/json/],
    ['as a bare document', '{ echo }', { 'content-type': 'application/graphql' }, /application\/json/],
    ['as several parts', '--x', { 'content-type': 'multipart/form-data; boundary=x' }, /application\/json/],
    ['in UTF-7', '{"query":"{ echo }"}', { 'content-type': `${plain}; charset=utf-7` }, /UTF-8/],
  ])('is refused when it comes %s', async (_how, body, headers, says) => {
    const { status, errors } = await network.post(body, headers as unknown as Record<string, string>);
    expect(status).toBe(415);
    expect(errors[0]?.message).toMatch(says);
    expect(network.fetches).toEqual([]);
  });

  test('is a POST: a link or an image can ask and change nothing', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${network.url}/graphql?query=mutation{addPage(id:"1"){id}}`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
    expect(network.fetches).toEqual([]);
  });

  // Other spellings of the address lead nowhere: one spelling is what whoever guards the way to it can look for.
  const otherSpellings = ['/%67raphql', '/graphql/', '//graphql', '/./graphql', '/GraphQL', '/graphql;x', '/graphql#x'];

  test.each(['/%zz', '/graphql/%c0%ae', '/graphql/../admin', `/${'x'.repeat(5_000)}`, ...otherSpellings])(
    'with the address %s is answered in JSON',
    async (path) => {
      const answer = await raw(`POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(bodyOf(answer).errors[0]?.message).toMatch(/\/graphql/);
      expectCare(answer);
    },
  );
});

describe('what is not even a request', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', '400'],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', '400'],
    ['a length and pieces', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', '400'],
    ['headers of seventeen kilobytes', `POST /graphql HTTP/1.1\r\nhost: x\r\nx-much: ${'x'.repeat(17_000)}\r\n\r\n`, '431'],
  ])('is answered and cut off: %s', async (_what, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer.slice(9, 12)).toBe(status);
    expect(answer).not.toMatch(/node_modules|HPE_|stack/);
    expectCare(answer);
    expect(network.fetches).toEqual([]);
  });

  // The runtime says so itself, before anybody else learns of it.
  test('is cut off without a word when it names no host', async () => {
    expect(await raw('POST /graphql HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^{<]*$/);
    expect(network.fetches).toEqual([]);
  });

  test.each([
    ['headers that never end', { HEADER_TIMEOUT: '300' }, 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: '],
    [
      'a body that never ends',
      { HEADER_TIMEOUT: '400', ARRIVAL_TIMEOUT: '400' },
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query"',
    ],
  ])('is answered and cut off, when its time is over: %s', async (_what, settings, bytes) => {
    const hasty = await SmallNetwork.start(library, settings);
    try {
      const answer = await raw(bytes, hasty);
      expect(answer.slice(9, 12)).toBe('408');
      expect(answer).not.toMatch(/node_modules|HPE_|stack/);
      expect(hasty.fetches).toEqual([]);
    } finally {
      await hasty.close();
    }
  });
});

describe('headers of every answer', () => {
  test.each(['/graphql', '/health/live', '/schema.graphql', '/nothing', '/'])('of %s keep browsers careful', async (path) => {
    const { headers } = await fetch(`${network.url}${path}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...careful,
      'x-request-id': expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(headers.get('server')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    fetch(`${network.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  test('may ask when it is listed, without cookies', async () => {
    for (const origin of ['https://console.invalid', 'https://other.invalid:8443']) {
      const { status, headers } = await preflight(origin);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-methods')).toBe('POST');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await post({ query: '{ echo(text: "x") }' }, { origin });
      expect([answer.data, answer.headers.get('access-control-allow-origin')]).toEqual([{ echo: 'x' }, origin]);
      expect(answer.headers.get('vary')).toMatch(/Origin/);
    }
  });

  test.each(['https://evil.invalid', 'https://console.invalid.evil.invalid', 'http://console.invalid', 'null'])(
    'may not when it is %s',
    async (origin) => {
      const { status, headers } = await preflight(origin);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([405, null]);
      expect((await post({ query: '{ echo }' }, { origin })).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('may never ask when nothing is listed, and a wildcard cannot be listed', async () => {
    await expect(SmallNetwork.start(library, { ALLOWED_ORIGINS: '*' })).rejects.toThrow(/ALLOWED_ORIGINS.*there is no "\*"/s);
    const closed = await SmallNetwork.start(library);
    try {
      const headers = { origin: 'https://console.invalid', 'access-control-request-method': 'POST' };
      const response = await fetch(`${closed.url}/graphql`, { method: 'OPTIONS', headers });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    } finally {
      await closed.close();
    }
  });
});

test('more connections than are allowed are closed at once, and the others go on', async () => {
  const narrow = await SmallNetwork.start(library, { CLIENT_CONNECTIONS: '2' });
  const { hostname, port } = new URL(narrow.url);
  const open = () => {
    const socket = connect(Number(port), hostname);
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()).on('error', () => {}));
    return { socket, ended, begun: new Promise((resolve) => socket.once('connect', resolve)) };
  };
  const [first, second] = [open(), open()];
  try {
    await Promise.all([first.begun, second.begun]);
    const third = open();
    await third.ended;
    first.socket.end('GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    const answer = await new Promise<string>((resolve) => first.socket.once('data', (data) => resolve(String(data))));
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
  } finally {
    for (const { socket } of [first, second]) socket.destroy();
    await narrow.close();
  }
});

test('a client that connected and says nothing does not keep the door open', async () => {
  const brief = await SmallNetwork.start(library, { HEADER_TIMEOUT: '60000', ARRIVAL_TIMEOUT: '60000' });
  const { hostname, port } = new URL(brief.url);
  const silent = connect(Number(port), hostname);
  const half = connect(Number(port), hostname);
  const kept = connect(Number(port), hostname);
  const ended = [silent, half, kept].map((socket) => new Promise((resolve) => socket.on('close', resolve).on('error', () => {})));
  half.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
  kept.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
  await new Promise((resolve) => kept.once('data', resolve));
  await brief.close();
  await Promise.all(ended);
});
