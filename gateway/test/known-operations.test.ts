import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { archive } from './support/archive.ts';
import { library } from './support/library.ts';
import { type Answer, type AskOptions, SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

let books: SmallNetwork;
let papers: SmallNetwork;
beforeAll(async () => {
  const settings = { METRICS_PORT: '0', COST_MODE: 'enforce', COST_LARGEST_REQUEST: '400' };
  [books, papers] = await Promise.all([SmallNetwork.start(library, settings), SmallNetwork.start(archive, { METRICS_PORT: '0' })]);
});
beforeEach(() => books.reset());
afterEach(() => papers.reset());
afterAll(() => Promise.all([books?.close(), papers?.close()]));

interface Asked extends AskOptions {
  readonly query: string;
  /** Where it is asked. */
  readonly on?: () => SmallNetwork;
  readonly arrange?: () => void;
  /** The first error's; none unless given. */
  readonly code?: string;
}

const reviews = '{ reviews { text book { title price } } }';
const cases: Record<string, Asked> = {
  'a question that three subgraphs answer': { query: '{ shelf { title price verdict reviews { text } } }' },
  'variables, defaults and conditions': {
    query: 'query ($id: ID! = "2", $with: Boolean!) { book(id: $id) { title pages @include(if: $with) } echo @skip(if: $with) }',
    variables: { with: true },
  },
  'one of several operations': { query: 'query A { echo } query B { kind }', operationName: 'B' },
  'an object of which a part is lost': { code: 'NOT_FOUND', query: reviews },
  'a subgraph that is away': {
    code: 'SUBGRAPH_UNAVAILABLE',
    query: '{ books { title price } }',
    arrange: () => {
      books.subgraph('stock').fault = (_request, response) => void response.destroy();
    },
  },
  'a null where none may be': {
    code: 'INTERNAL',
    query: '{ required echo }',
    arrange: () => {
      books.subgraph('books').fault = (_request, response) => sendJson(response, 200, { data: { required: null, echo: 'x' } });
    },
  },
  'an answer that is broken': {
    code: 'INTERNAL',
    query: '{ kind }',
    arrange: () => {
      books.subgraph('books').fault = (_request, response) => sendJson(response, 200, { data: { kind: 'POEM' } });
    },
  },
  'changes in their order': { query: 'mutation { one: addPage(id: "1") { pages } two: removePage(id: "1") { pages price } }' },
  'the schema about itself': { query: '{ __schema { queryType { name } } __typename echo }' },
  'a missing variable': { code: 'BAD_USER_INPUT', query: 'query ($id: ID!) { book(id: $id) { title } }' },
  'a variable of a wrong type': {
    code: 'BAD_USER_INPUT',
    query: 'query ($with: Boolean!) { echo @include(if: $with) }',
    variables: { with: 'yes' },
  },
  'a condition that is null': {
    code: 'BAD_USER_INPUT',
    query: 'query ($with: Boolean = true) { book(id: "1") { title pages @include(if: $with) } }',
    variables: { with: null },
  },
  'an argument that is null where a value is due': {
    code: 'BAD_USER_INPUT',
    query: 'query ($id: ID = "1") { book(id: $id) { title } echo }',
    variables: { id: null },
  },
  'an operation that is not there': { code: 'BAD_USER_INPUT', query: 'query A { echo }', operationName: 'B' },
  'a cost that no request may have': {
    code: 'COST_EXCEEDED',
    query: '{ books { reviews { book { reviews { book { reviews { text } } } } } } }',
  },
  'a field that is not open to everybody': { code: 'UNAUTHENTICATED', query: '{ paper { weight } }', on: () => papers },
  'the words of the other language': { code: 'NOT_FOUND', query: reviews, headers: { 'accept-language': 'fr' } },
  'a name that every object has': { query: '{ constructor: echo __proto__: kind toString: books { hasOwnProperty: title } }' },
};

const accepted: Record<string, string | undefined> = {
  'whatever comes': undefined,
  'JSON by name': 'application/json',
  'GraphQL’s own type': 'application/graphql-response+json',
  'a form of JSON that there is not': 'application/json; charset=utf-16',
  'anything but JSON by name': 'application/json;q=0, */*',
};

/** All that a client can tell from an answer, apart from what is of this one request. */
function told({ status, headers, text }: Answer): object {
  const own = ['date', 'x-request-id', 'content-length', 'keep-alive'];
  const kept = [...headers].filter(([name]) => !own.includes(name));
  return {
    status,
    headers: kept,
    text: text.replace(/"reference":"[0-9a-f]+"/g, '"reference":"…"').replace(/"available":\d+/g, '"available":0'),
  };
}

async function answeredAsKnown(network: SmallNetwork): Promise<number> {
  const figures = await (await fetch(network.metricsUrl)).text();
  return Number(/^gateway_documents_seen_total\{outcome="known"\} (\d+)$/m.exec(figures)?.[1] ?? 0);
}

describe('a document that was looked at before is answered as it was the first time', () => {
  let nth = 0;
  for (const [type, accept] of Object.entries(accepted)) {
    test.each(Object.keys(cases))(`when ${type} is accepted: %s`, async (name) => {
      const { query, on = () => books, arrange, code, ...options } = cases[name] as Asked;
      const network = on();
      const headers = { ...options.headers, ...(accept && { accept }) };
      // A comment makes it a document that nobody has seen.
      nth += 1;
      const ask = async () => {
        arrange?.();
        return network.ask(`# ${nth}\n${query}`, { ...options, headers });
      };
      const before = await answeredAsKnown(network);
      const [first, second] = [await ask(), await ask()];
      expect(told(second)).toEqual(told(first));
      expect(second.errors[0]?.extensions.code).toBe(code);
      const isRefusedByItsForm = name === 'an operation that is not there';
      expect((await answeredAsKnown(network)) - before).toBe(isRefusedByItsForm ? 0 : 1);
    });
  }
});

test('a fault of ours says nothing of itself, and breaks no other request', async () => {
  const query = '{ echo books { title } }';
  await books.ask(query);
  books.subgraph('books').fault = (_request, response) => sendJson(response, 200, []);
  const answer = await books.ask(query);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(expect.arrayContaining(['SUBGRAPH_UNAVAILABLE']));
  books.reset();
  expect((await books.ask(query)).errors).toEqual([]);
});
