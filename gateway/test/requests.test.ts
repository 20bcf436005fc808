import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { type Answer, SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const json = (value: unknown) => network.post(JSON.stringify(value));
const ask = (query: string, variables?: Record<string, unknown>, operationName?: string) =>
  network.ask(query, { variables, operationName });
const doubling = Array.from(
  { length: 6 },
  (_, level) => `fragment F${level} on Book { ${level === 5 ? 'title' : `...F${level + 1} ...F${level + 1}`} }`,
).join(' ');

const badRequests: Record<string, { send: () => Promise<Answer>; status: number; says: RegExp }> = {
  'an empty body': { send: () => network.post(''), status: 400, says: /is empty. Send a JSON object/ },
  'no body': { send: () => network.post(undefined), status: 400, says: /is empty/ },
  'half a JSON': { send: () => network.post('{"query": "{ ech'), status: 400, says: /not valid JSON. Send for example/ },
  'bytes that are no text': { send: () => network.post(new Uint8Array([0x7b, 0xff, 0x7d])), status: 400, says: /Encode it as UTF-8/ },
  'a list of requests': { send: () => json([{ query: '{ echo }' }]), status: 400, says: /one operation/ },
  'a text instead of an object': { send: () => json('{ echo }'), status: 400, says: /JSON object with "query"/ },
  'no query': { send: () => json({ variables: {} }), status: 400, says: /"query" is missing/ },
  'an empty query': { send: () => json({ query: '  ' }), status: 400, says: /"query" is missing/ },
  'a query that is no text': { send: () => json({ query: { kind: 'Document' } }), status: 400, says: /"query" is missing/ },
  'something else than a hash for a document': {
    send: () => json({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
    status: 400,
    says: /is no hash. Give its SHA-256/,
  },
  'variables that are a list': { send: () => json({ query: '{ echo }', variables: [1] }), status: 400, says: /"variables" must be/ },
  'an operation name that is a number': {
    send: () => json({ query: '{ echo }', operationName: 7 }),
    status: 400,
    says: /"operationName" must be/,
  },
  'another content type': {
    send: () => network.post('{"query":"{ echo }"}', { 'content-type': 'text/plain' }),
    status: 415,
    says: /application\/json/,
  },
  'another charset': {
    send: () => network.post('{"query":"{ echo }"}', { 'content-type': 'application/json; charset=utf-16' }),
    status: 415,
    says: /UTF-8/,
  },
  'more than 256 KB': {
    send: () => network.post(JSON.stringify({ query: `{ echo(text: "${'x'.repeat(300_000)}") }` })),
    status: 413,
    says: /256 KB at most/,
  },
  'an answer type we do not have': {
    send: () => network.post('{"query":"{ echo }"}', { accept: 'text/html' }),
    status: 406,
    says: /accept/,
  },
  'a syntax error': { send: () => ask('{ echo('), status: 400, says: /Syntax Error/ },
  'only a comment': { send: () => ask('# nothing'), status: 400, says: /Syntax Error/ },
  'an unknown field': { send: () => ask('{ nothing }'), status: 400, says: /Cannot query field "nothing"/ },
  'an unknown operation name': { send: () => ask('query A { echo }', {}, 'B'), status: 400, says: /"operationName"/ },
  'several operations and no name': { send: () => ask('query A { echo } query B { echo }'), status: 400, says: /"operationName"/ },
  'only a fragment': { send: () => ask('fragment A on Book { title }'), status: 400, says: /./ },
  'a fragment within itself': {
    send: () => ask('{ book(id: "1") { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }'),
    status: 400,
    says: /holds itself. Write it without/,
  },
  'a subscription': { send: () => ask('subscription { echo }'), status: 400, says: /not offered/ },
  'a missing variable': {
    send: () => ask('query ($id: ID!) { book(id: $id) { title } }'),
    status: 400,
    says: /Variable "\$id" of required type "ID!" was not provided/,
  },
  'a variable of the wrong type': {
    send: () => ask('query ($with: Boolean!) { echo @include(if: $with) }', { with: 'yes' }),
    status: 400,
    says: /Variable "\$with"/,
  },
  'a condition that is null': {
    send: () => ask('query ($with: Boolean = true) { book(id: "1") { title @include(if: $with) } }', { with: null }),
    status: 400,
    says: /"if" of non-null type "Boolean!" must not be null/,
  },
  'a condition that is null, of what the schema says about itself': {
    send: () => ask('query ($with: Boolean = true) { __schema { queryType { name @include(if: $with) } } }', { with: null }),
    status: 400,
    says: /"if" of non-null type "Boolean!" must not be null/,
  },
  'a condition that is null, in a fragment on what the schema says about itself': {
    send: () =>
      ask('query ($with: Boolean = true) { __type(name: "Book") { ...A } } fragment A on __Type { fields { name @skip(if: $with) } }', {
        with: null,
      }),
    status: 400,
    says: /"if" of non-null type "Boolean!" must not be null/,
  },
  'a variable called like that by which services name their objects': {
    send: () => ask('query ($representations: Int) { book(id: "1") { author { fans(atLeast: $representations) } } }', {}),
    status: 400,
    says: /"\$representations".*choose another one/,
  },
  'a list of many wrong variables': { send: () => ask('query ($f: [Int]) { echo }', { f: [] }), status: 400, says: /never used/ },
  'a wrong literal': { send: () => ask('{ search(filter: { longerThan: "long" }) { title } }'), status: 400, says: /Int cannot represent/ },
  'an unknown enum value': { send: () => ask('{ search(kind: POEM) { title } }'), status: 400, says: /POEM/ },
};

describe('a request is refused with a sentence when it holds', () => {
  test.each(Object.keys(badRequests))('%s', async (name) => {
    const { send, status, says } = badRequests[name] as (typeof badRequests)[string];
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.message).toMatch(says);
    expect(answer.errors.map((error) => error.extensions.code)).toEqual(answer.errors.map(() => 'BAD_USER_INPUT'));
    expect(answer.errors[0]?.extensions.reference).toBe(answer.headers.get('x-request-id'));
    expect(answer.data).toBeNull();
    expect(answer.text).not.toMatch(/node_modules|\.ts:|stacktrace|127\.0\.0\.1/);
    expect(network.fetches).toEqual([]);
  });
});

test('a name of a type that is null is refused at its place, beside what is found', async () => {
  const answer = await ask('query ($name: String = "Book") { a: __type(name: $name) { name } book(id: "1") { title } }', { name: null });
  expect(answer.data).toEqual({ a: null, book: { title: 'Roots' } });
  expect(answer.errors).toMatchObject([
    {
      path: ['a'],
      message: expect.stringMatching(/"name" of non-null type "String!" must not be null/),
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

test('many wrong items in a variable make few errors', async () => {
  const answer = await ask(
    'query ($with: [Boolean!]!) { echo @include(if: true) search(filter: {}) { title } things @skip(if: true) { id } books @include(if: false) { id } kind @skip(if: $with) }',
    { with: [] },
  );
  expect(answer.status).toBe(400);
  const many = await ask('query ($f: Filter) { search(filter: $f) { title } }', {
    f: { longerThan: 'x', a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 },
  });
  expect(many.errors.length).toBeGreaterThan(0);
  expect(many.errors.length).toBeLessThanOrEqual(5);
});

test('other methods are told to use POST', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const response = await fetch(`${network.url}/graphql?query={echo}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'GraphQL requests are sent by POST.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  }
});

test('doubling fragments are answered, an unknown address is not found, both in JSON', async () => {
  expect((await ask(`{ book(id: "1") { ...F0 } } ${doubling}`)).data).toEqual({ book: { title: 'Roots' } });
  const response = await fetch(`${network.url}/admin`, { headers: { 'accept-language': 'fr' } });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/rien à cette adresse/), extensions: { code: 'NOT_FOUND' } }],
  });
});

test('no answer may be stored or reinterpreted', async () => {
  const { headers } = await ask('{ echo }');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-type')).toMatch(/json/);
  expect(headers.get('x-powered-by')).toBeNull();
});
