import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { type Answer, SmallNetwork } from './support/small-network.ts';
import { type Fault, sendJson } from './support/small-subgraph.ts';

let ours: SmallNetwork;
let stock: SmallNetwork;
beforeAll(async () => {
  const settings = { COST_MODE: 'enforce', COST_BUCKET_ANONYMOUS: '1000000', COST_LARGEST_REQUEST: '2000' };
  [ours, stock] = await Promise.all([
    SmallNetwork.start(library, settings),
    SmallNetwork.start(library, { ...settings, EXECUTION: 'stock' }),
  ]);
});
beforeEach(() => {
  ours.reset();
  stock.reset();
});
afterAll(() => Promise.all([ours?.close(), stock?.close()]));

interface Odd {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, Fault>>;
}

const asked = (query: string, rest: object = {}): Odd => ({ body: JSON.stringify({ query, ...rest }) });
const withFault = (query: string, part: string, fault: Fault): Odd => ({ ...asked(query), faults: { [part]: fault } });
const sends =
  (answer: unknown, status = 200): Fault =>
  (_request, response) =>
    sendJson(response, status, answer);
const echo = '{ echo(text: "x") }';
const prices = '{ books { title price } }';

const bodies: readonly string[] = [
  '',
  ' ',
  'null',
  '"{ echo }"',
  '[]',
  `[${JSON.stringify({ query: echo })}]`,
  '{}',
  '{"query":null}',
  '{"query":""}',
  '{"query":7}',
  '{"query":"{ echo }","variables":[]}',
  '{"query":"{ echo }","variables":"{}"}',
  '{"query":"{ echo }","operationName":1}',
  '{"query":"{ echo }","operationName":""}',
  '{"query":"{ echo }","extensions":[]}',
  '{"query":"{ echo }","extensions":{"persistedQuery":{}}}',
  `{"query":"{ echo }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${hash('sha256', '{ echo }')}"}}}`,
  `{"query":"{ kind }","documentId":"${hash('sha256', '{ echo }')}"}`,
  `{"documentId":"sha256:${hash('sha256', '{ echo }')}"}`,
  '{"query":"{ echo }"',
  '{"query":"{ echo }"}{}',
  '{"query":"{ kind }","query":"{ echo }"}',
  '\uFEFF{"query":"{ echo }"}',
  '{"query":"{ echo }","__proto__":{"variables":1},"constructor":2}',
];

const documents: readonly string[] = [
  '{',
  '{ }',
  'query',
  '# nothing',
  'fragment F on Query { echo }',
  '{ echo echo }',
  '{ echo: kind echo }',
  '{ nothing }',
  '{ echo(of: 1) }',
  '{ book { title } }',
  '{ book(id: null) { title } }',
  '{ book(id: 1) { title } }',
  '{ book(id: 1.5) { title } }',
  '{ book(id: $x) { title } }',
  '{ books }',
  '{ echo { x } }',
  'query ($x: Int) { echo }',
  'query ($x: Nope) { echo(text: $x) }',
  'query ($x: Book) { echo }',
  'query ($x: Int, $x: Int) { echo(text: $x) }',
  'query ($x: Int = "one") { a: search(filter: { longerThan: $x }) { title } }',
  'subscription { echo }',
  'mutation { nothing }',
  'mutation { addPage(id: "404") { title } }',
  '{ echo @nothing }',
  '{ echo @skip }',
  '{ echo @include(if: "yes") }',
  '{ echo @skip(if: false) @skip(if: true) }',
  'query @skip(if: true) { echo }',
  '{ ... @defer { echo } }',
  '{ ...F } fragment F on Query { ...F }',
  '{ echo } fragment F on Query { echo }',
  '{ ...F }',
  '{ ... on Book { title } }',
  '{ search(kind: POEM) { title } }',
  '{ search(kind: "NOVEL") { title } }',
  '{ search(filter: { nothing: 1 }) { title } }',
  'type X { a: Int } { echo }',
  '{ __typename }',
  '{ a: __typename b: __typename }',
  '{ __schema { queryType { name } } echo }',
  '{ __type(name: "Nope") { name } }',
  '{ __type { name } }',
  '{ _service { sdl } }',
  '{ _entities(representations: []) { __typename } }',
  '{ echo(text: "\\u00e9\\ud83d\\ude00") }',
  '{ echo(text: """ block """) }',
  '{ echo } { kind }',
  'query A { echo } query A { kind }',
  'query A { echo } query B { kind }',
  '{ things { ... on Lamp { watts } ... on Author { name } } }',
  `{ ${Array.from({ length: 21 }, (_, at) => `a${at}: echo`).join(' ')} }`,
  '{ books { reviews { book { reviews { book { reviews { book { reviews { text } } } } } } } } }',
];

const withVariables: readonly (readonly [string, object])[] = [
  ['query ($id: ID!) { book(id: $id) { title } }', {}],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: null }],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: 1 }],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: 1.5 }],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: ['1'] }],
  ['query ($id: ID!) { book(id: $id) { title } }', { id: { a: 1 } }],
  ['query ($id: ID!) { book(id: $id) { title } }', { ID: '1' }],
  ['query ($id: ID = "1") { book(id: $id) { title } }', { id: null }],
  ['query ($with: Boolean!) { echo @include(if: $with) }', { with: 'true' }],
  ['query ($with: Boolean = true) { echo @include(if: $with) }', { with: null }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', { filter: { longerThan: 2147483648 } }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', { filter: { longerThan: '1' } }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', { filter: { other: 1 } }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', { filter: [] }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', { filter: null }],
  ['query ($filter: Filter) { search(filter: $filter) { title } }', {}],
  ['query ($kind: Kind) { search(kind: $kind) { title } }', { kind: 'POEM' }],
  ['query ($kind: Kind) { search(kind: $kind) { title } }', { kind: 1 }],
  ['query ($text: String) { echo(text: $text) }', { text: 1 }],
  ['query ($text: String) { echo(text: $text) }', { text: null }],
  ['query ($text: String) { echo(text: $text) }', { text: 'a', more: { nobody: 'asked' } }],
  ['query ($text: String = "d") { echo(text: $text) }', {}],
];

const faults: Readonly<Record<string, Odd>> = {
  'a part that is away': withFault(prices, 'stock', (_request, response) => void response.destroy()),
  'a part that answers with an error of its own': withFault(prices, 'stock', sends({ errors: [{ message: 'private' }] }, 500)),
  'a part that does not answer in JSON': withFault(prices, 'stock', (_request, response) => void response.end('<html>')),
  'a part that answers nothing': withFault(prices, 'stock', sends({})),
  'no data, and why': withFault(echo, 'books', sends({ data: null, errors: [{ message: 'Too late.', extensions: { code: 'CONFLICT' } }] })),
  'no data, and why it was wrong': withFault(
    echo,
    'books',
    sends({ errors: [{ message: 'Longer.', extensions: { code: 'BAD_USER_INPUT' } }] }, 400),
  ),
  'a field that is lost': withFault(
    echo,
    'books',
    sends({ data: { echo: null }, errors: [{ message: 'Not yours.', path: ['echo'], extensions: { code: 'FORBIDDEN' } }] }),
  ),
  'a field that is lost, with words that nobody may hear': withFault(
    echo,
    'books',
    sends({ data: { echo: null }, errors: [{ message: 'select * from', path: ['echo'] }] }),
  ),
  'a null where none may be': withFault('{ required kind }', 'books', sends({ data: { required: null, kind: 'NOVEL' } })),
  'an error where none may be': withFault(
    '{ required kind }',
    'books',
    sends({ data: null, errors: [{ message: 'Gone.', path: ['required'], extensions: { code: 'NOT_FOUND' } }] }),
  ),
  'a value of another kind': withFault('{ kind }', 'books', sends({ data: { kind: 'POEM' } })),
  'an object where a list is due': withFault('{ books { title } }', 'books', sends({ data: { books: { title: 'x' } } })),
  'fields that nobody asked for': withFault(echo, 'books', sends({ data: { echo: 'x', secret: 1 }, extensions: { secret: 2 } })),
  'nothing of an entity': withFault(prices, 'stock', sends({ data: { _entities: [null, null, null] } })),
  'fewer entities': withFault(prices, 'stock', sends({ data: { _entities: [{ price: 1 }] } })),
  'an entity that is lost': withFault(
    prices,
    'stock',
    sends({
      data: { _entities: [{ price: 1 }, null, { price: 3 }] },
      errors: [{ message: 'Sold.', path: ['_entities', 1], extensions: { code: 'CONFLICT' } }],
    }),
  ),
  'a field of an entity that is lost': withFault(
    prices,
    'stock',
    sends({
      data: { _entities: [{ price: 1 }, { price: null }, { price: 3 }] },
      errors: [{ message: 'Sold.', path: ['_entities', 1, 'price'], extensions: { code: 'CONFLICT' } }],
    }),
  ),
};

const headers: readonly Readonly<Record<string, string>>[] = [
  { accept: 'text/html' },
  { accept: 'application/json' },
  { accept: 'application/graphql-response+json' },
  { accept: 'application/json;q=0, */*' },
  { accept: 'application/json; charset=utf-16' },
  { accept: 'multipart/mixed;deferSpec=20220824, application/json' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=latin1' },
  { 'content-encoding': 'gzip' },
  { authorization: 'Basic eDp5' },
  { authorization: 'Bearer x.y.z' },
  { 'accept-language': 'fr' },
  { 'apollographql-client-name': 'x', 'apollo-require-preflight': 'yes' },
];

const odd: Readonly<Record<string, Odd>> = {
  ...Object.fromEntries(bodies.map((body) => [`the body ${body}`, { body }])),
  ...Object.fromEntries(documents.map((query) => [`the document ${query.slice(0, 100)}`, asked(query)])),
  ...Object.fromEntries(
    withVariables.map(([query, variables]) => [`${query} with ${JSON.stringify(variables)}`, asked(query, { variables })]),
  ),
  'a number that nobody can count to': { body: '{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":1e400}}' },
  'a name of an operation that is not there': asked('query A { echo }', { operationName: 'B' }),
  'the second of two operations': asked('query A { echo } query B { kind }', { operationName: 'B' }),
  ...faults,
  ...Object.fromEntries(
    headers.flatMap((one) => [
      [`a good document with ${JSON.stringify(one)}`, { ...asked(echo), headers: one }],
      [`a bad document with ${JSON.stringify(one)}`, { ...asked('{ nothing }'), headers: one }],
    ]),
  ),
};

/** All that a client can tell from an answer, apart from what is of this one request and what it really took. */
function told({ status, headers: all, text }: Answer): object {
  const own = ['date', 'x-request-id', 'content-length', 'keep-alive'];
  return {
    status,
    headers: [...all].filter(([name]) => !own.includes(name)),
    text: text.replace(/"reference":"[0-9a-f]+"/g, '"reference":"…"').replace(/"(available|actual)":\d+/g, '"$1":0'),
  };
}

/** What the library's executor keeps of an answer in which something is lost: it says of some losses where, and of others nothing. */
function left({ status, headers: all, text }: Answer): object {
  return { status, type: all.get('content-type'), data: JSON.stringify(JSON.parse(text).data) };
}

/** Nothing is wrong with them before a part is asked. */
const lostOnTheWay: readonly string[] = [
  'query ($id: ID = "1") { book(id: $id) { title } } with {"id":null}',
  'query ($filter: Filter) { search(filter: $filter) { title } } with {"filter":null}',
  ...Object.keys(faults),
];

async function answerOf(network: SmallNetwork, { body, headers: sent = {}, faults: broken = {} }: Odd): Promise<Answer> {
  for (const part of ['books', 'stock', 'readers']) network.subgraph(part).fault = broken[part];
  return network.post(body, sent);
}

describe('the first time, the second time and with the executor of the library the answer is the same', () => {
  test.each(Object.keys(odd))('%s', async (name) => {
    const one = odd[name] as Odd;
    const [first, second, theirs] = [await answerOf(ours, one), await answerOf(ours, one), await answerOf(stock, one)];
    expect(told(second)).toEqual(told(first));
    if (lostOnTheWay.includes(name)) expect(left(theirs)).toEqual(left(first));
    else expect(told(theirs)).toEqual(told(first));
  });
});
