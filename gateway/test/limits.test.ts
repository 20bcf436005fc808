import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { getIntrospectionQuery } from 'graphql';
import { gatewaySettings } from '../src/config.ts';
import { ExaminedDocuments } from '../src/limits/examined-documents.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (levels: number) => `{ book(id: "1") ${'{ author { books '.repeat(levels)}{ id }${' } }'.repeat(levels)} }`;
const doubling = (levels: number) =>
  `{ book(id: "1") { ...F0 } } ${times(levels, (level) => `fragment F${level} on Book { ...F${level + 1} ...F${level + 1} }`)} fragment F${levels} on Book { id }`;
const manyFields = (count: number) =>
  `{ book(id: "1") { ${times(count, (index) => `...F${index}`)} } } ${times(count, (index) => `fragment F${index} on Book { author { books { id title } } }`)}`;
const selfDescription = (levels: number) => `{ __schema { types ${'{ fields { type '.repeat(levels)}{ name }${' } }'.repeat(levels)} } }`;
const deepList = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

interface TooMuch {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly says: RegExp;
}

const tooMuch: Record<string, TooMuch> = {
  'too many words': {
    query: `{ echo(text: "${'x'.repeat(10)}") ${times(2_000, () => ',')} ${times(1_001, () => 'a b')} }`,
    says: /2000 words and signs/,
  },
  'lists within lists until the parser gives up': { query: `{ book(id: ${'['.repeat(1_990)}) { id } }`, says: /too deep|too long/ },
  'fields too deep': { query: nested(9), says: /16 fields within one another/ },
  'fields that fragments multiply': { query: manyFields(60), says: /repeats too many fields|1000 at most/ },
  'fragments that double again and again': { query: doubling(40), says: /repeats too many fields: 50/ },
  'a fragment that holds itself': {
    query: '{ book(id: "1") { ...A } } fragment A on Book { author { books { ...A } } }',
    says: /"A" holds itself/,
  },
  'fragments that nobody spreads and that hold each other': {
    query: '{ echo } fragment A on Book { ...B } fragment B on Book { ...A }',
    says: /holds itself/,
  },
  'too many aliases': { query: `{ book(id: "1") { ${times(31, (index) => `a${index}: title`)} } }`, says: /aliases: 30 at most/ },
  'too many aliases in fragments': {
    query: `{ book(id: "1") { ...F } books { ...F } } fragment F on Book { ${times(16, (index) => `a${index}: title`)} }`,
    says: /aliases: 30 at most/,
  },
  'too many fields at the root': { query: `{ ${times(21, (index) => `a${index}: echo`)} }`, says: /20 fields at the root/ },
  'too many fields at the root by way of fragments': {
    query: `{ ...F ... { ${times(11, (index) => `a${index}: echo`)} } } fragment F on Query { ${times(11, (index) => `b${index}: echo`)} }`,
    says: /20 fields at the root/,
  },
  'too many changes at once': {
    query: `mutation { ${times(6, (index) => `a${index}: addPage(id: "1") { id }`)} }`,
    says: /5 fields of a mutation/,
  },
  'too many changes in an operation that is not even asked for': {
    query: `mutation B { ${times(6, (index) => `a${index}: addPage(id: "1") { id }`)} } query A { echo }`,
    says: /5 fields of a mutation/,
  },
  'the same field again and again': { query: `{ book(id: "1") { ${times(52, () => 'title')} } }`, says: /repeats too many fields: 50/ },
  'too many directives at one place': { query: `{ echo ${times(5, () => '@include(if: true)')} }`, says: /directives at one place: 4/ },
  'too many directives on the operation': { query: `query ${times(5, () => '@x')} { echo }`, says: /directives at one place: 4/ },
  'the schema in circles': { query: selfDescription(3), says: /walked in circles: at most 2/ },
  'half a character': { query: '{ echo(text: "\ud83d") }', says: /half of a character/ },
  'a variable of too many values': {
    query: 'query ($f: Filter) { search(filter: $f) { id } }',
    variables: { f: Array(6).fill(Array(990).fill('x')) },
    says: /too many values: 5000/,
  },
  'a variable nested too deeply': {
    query: 'query ($f: Filter) { search(filter: $f) { id } }',
    variables: { f: deepList(12) },
    says: /10 levels/,
  },
  'a list of ten thousand': {
    query: 'query ($f: Filter) { search(filter: $f) { id } }',
    variables: { f: Array(10_000).fill('x') },
    says: /1000 items/,
  },
  'a text that is too long': {
    query: 'query ($t: String) { echo(text: $t) }',
    variables: { t: 'x'.repeat(240_001) },
    says: /240000 characters/,
  },
  'a NUL character': { query: 'query ($t: String) { echo(text: $t) }', variables: { t: 'a\0b' }, says: /NUL/ },
  'half a character in a variable': {
    query: 'query ($t: String) { echo(text: $t) }',
    variables: { t: 'a\ud83d' },
    says: /half of a character/,
  },
  'half a character in the name of a variable': { query: '{ echo }', variables: { 'a\ud83d': 1 }, says: /half of a character/ },
  'a subscription': { query: 'subscription { echo }', says: /not offered/ },
};

describe('a request is refused before anything is planned or fetched when it holds', () => {
  test.each(Object.keys(tooMuch))('%s', async (name) => {
    const { query, variables, says } = tooMuch[name] as TooMuch;
    const { status, errors, text } = await network.ask(query, { variables });
    expect(errors[0]?.message).toMatch(says);
    expect(errors).toHaveLength(1);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(text.length).toBeLessThan(4_096);
    expect(network.fetches).toEqual([]);
  });

  test('the same again after it was refused once', async () => {
    const query = `{ ${times(21, (index) => `a${index}: echo`)} }`;
    await network.ask(query);
    expect((await network.ask(query)).errors[0]?.message).toMatch(/20 fields at the root/);
    expect(network.fetches).toEqual([]);
  });

  test('the name of an operation that a known document does not hold', async () => {
    const query = 'query A { echo(text: "a") }';
    expect((await network.ask(query)).data).toEqual({ echo: 'a' });
    network.reset();
    expect((await network.ask(query, { operationName: 'B' })).errors[0]?.message).toMatch(/"operationName"/);
    expect(network.fetches).toEqual([]);
  });

  test('values deep in the document itself', async () => {
    const { status, errors } = await network.ask(`{ echo(text: ${'['.repeat(950)}${']'.repeat(950)}) }`);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('a refusal in French for those who read French', async () => {
    const { errors } = await network.ask(`{ ${times(21, (index) => `a${index}: echo`)} }`, { headers: { 'accept-language': 'fr' } });
    expect(errors[0]?.message).toMatch(/20 au plus à la racine/);
  });
});

describe('what stays just within the limits is answered', () => {
  test.each([
    ['twenty root fields', `{ ${times(20, (index) => `a${index}: echo`)} }`],
    ['thirty aliases', `{ book(id: "1") { ${times(30, (index) => `a${index}: title`)} } }`],
    ['fields that double five times', doubling(5)],
    ['sixteen levels', nested(7)],
    ['five changes', `mutation { ${times(5, (index) => `a${index}: addPage(id: "1") { id }`)} }`],
    ['all that tools ask about the schema', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  ])('%s', async (_what, query) => {
    expect((await network.ask(query)).errors).toEqual([]);
  });

  test('a thousand values in a list', async () => {
    const { errors } = await network.ask('query ($f: Filter) { search(filter: $f) { id } }', { variables: { f: Array(1_000).fill('x') } });
    expect(errors[0]?.message).not.toMatch(/at most/);
    expect(errors.length).toBeLessThanOrEqual(5);
  });
});

describe('errors stay few and short', () => {
  test.each([
    ['a hundred unknown fields', `{ ${times(100, (index) => `nothing${index}`)} }`, {}],
    ['a list of a thousand wrong variables', 'query ($t: [Int!]) { echo @include(if: $t) }', { t: Array(1_000).fill('x') }],
    ['a very long wrong value', 'query ($k: Kind) { search(kind: $k) { id } }', { k: 'x'.repeat(100_000) }],
    ['a very long name', `{ ${'x'.repeat(100_000)} }`, {}],
    ['a very long piece of nonsense', `{ echo "${'x'.repeat(100_000)}" }`, {}],
  ])('for %s', async (_what, query, variables) => {
    const { status, errors, text } = await network.ask(query, { variables });
    expect(status).toBe(400);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(5);
    expect(text.length).toBeLessThan(4_096);
    expect(network.fetches).toEqual([]);
  });
});

test('every document that our own clients send is within the limits', async () => {
  const config = readConfig(gatewaySettings, {
    ISSUER: 'http://issuer.invalid',
    SUBGRAPH_URLS: 'a=http://a.invalid',
    SUBGRAPH_IDENTITY_KEYS: `a=one:${'A'.repeat(43)}`,
  });
  const folder = new URL('../../schema/operations/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const query = await readFile(new URL(file, folder), 'utf8');
    expect([file, new ExaminedDocuments(config.limits).refusalOf({ query })]).toEqual([file, undefined]);
  }
});

test('each limit is a setting', async () => {
  const strict = await SmallNetwork.start(library, {
    LIMIT_TOKENS: '40',
    LIMIT_DEPTH: '3',
    LIMIT_SELECTIONS: '12',
    LIMIT_ALIASES: '1',
    LIMIT_ROOT_FIELDS: '2',
    LIMIT_ROOT_MUTATION_FIELDS: '1',
    LIMIT_REPETITIONS: '1',
    LIMIT_DIRECTIVES: '1',
    LIMIT_INTROSPECTION_DEPTH: '1',
    LIMIT_VARIABLE_VALUES: '8',
    LIMIT_VARIABLE_DEPTH: '2',
    LIMIT_VARIABLE_LIST: '3',
    LIMIT_VARIABLE_TEXT: '4',
  });
  const says = async (query: string, variables?: Record<string, unknown>) => (await strict.ask(query, { variables })).errors[0]?.message;
  try {
    expect(await says(`{ ${times(50, () => 'echo')} }`)).toMatch(/40 words/);
    expect(await says('{ book(id: "1") { author { books { id } } } }')).toMatch(/: 3 fields within/);
    expect(await says(`{ book(id: "1") { ${times(12, (index) => `f${index}`)} } }`)).toMatch(/: 12 at most/);
    expect(await says('{ a: echo b: echo }')).toMatch(/aliases: 1 /);
    expect(await says('{ echo kind required }')).toMatch(/: 2 fields at the root/);
    expect(await says('mutation { addPage(id: "1") { id } removePage(id: "1") { id } }')).toMatch(/: 1 fields of a mutation/);
    expect(await says('{ echo echo echo }')).toMatch(/: 1 repetitions/);
    expect(await says('{ echo @skip(if: false) @skip(if: false) }')).toMatch(/: 1 at most/);
    expect(await says('{ __type(name: "x") { fields { type { fields { name } } } } }')).toMatch(/at most 1 lists|within one another/);
    expect(await says('{ echo }', { a: 1, b: 1, c: 1, d: 1, e: 1 })).toMatch(/values: 8/);
    expect(await says('{ echo }', { a: [[[1]]] })).toMatch(/: 2 levels/);
    expect(await says('{ echo }', { a: [1, 1, 1, 1] })).toMatch(/: 3 items/);
    expect(await says('{ echo }', { a: '12345' })).toMatch(/: 4 characters/);
    expect(await says('{ echo }', { a: '1234' })).toBeUndefined();
  } finally {
    await strict.close();
  }
});
