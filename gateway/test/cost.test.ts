import { readFile } from 'node:fs/promises';
import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, getOperationAST, getVariableValues, parse } from 'graphql';
import { costOf } from '../src/cost/formula.ts';
import { RequestSize } from '../src/cost/request-size.ts';
import { withSiblingsMerged } from '../src/execution/siblings.ts';
import { stepsOf } from '../src/execution/steps.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';
import type { SmallSubgraphParts } from './support/small-subgraph.ts';

const schemaFile = (file: string) => readFile(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

describe('what the documents of our own clients cost', () => {
  const variables = { country: 'MA', first: 100, asOf: '2026-11-23', from: '2026-12-01', to: '2027-02-28', search: 'aero' };

  test('is in this list, so that a change of it is seen in review', async () => {
    const supergraph = Supergraph.build(await schemaFile('supergraph.graphql'), {
      supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    });
    const planner = new QueryPlanner(supergraph);
    const schema = supergraph.schema.toGraphQLJSSchema();
    const costs: Record<string, number> = {};
    for (const client of ['console', 'hub-app', 'notebooks']) {
      const { documents } = JSON.parse(await schemaFile(`documents/${client}.json`)) as {
        documents: Record<string, { name: string; text: string }>;
      };
      for (const { name, text } of Object.values(documents)) {
        const document = parse(text);
        const operation = getOperationAST(document);
        if (!operation) throw new Error(`${name}: which operation?`);
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
        const { node } = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document));
        const size = new RequestSize({ schema, document, operation, variables: coerced ?? {} });
        costs[`${client} ${name}`] = costOf(size.amountsBy(node && withSiblingsMerged(stepsOf(node as PlanNode))));
      }
    }
    expect(costs).toMatchInlineSnapshot(`
{
  "console Companies": 68,
  "console ExportQuestion": 2687,
  "console MorePositions": 565,
  "console MoreReviews": 65,
  "console WhereTheNetworkIs": 222,
  "hub-app WhoLooksWhere": 2032,
  "notebooks ActiveMembers": 309,
  "notebooks MemberCounts": 18,
  "notebooks MemberMovements": 12,
  "notebooks RegionReport": 51,
}
`);
    expect(Math.max(...Object.values(costs))).toBeLessThanOrEqual(10_000);
  });
});

/** Pages of what does not exist: only what it would cost matters. */
const archive: SmallSubgraphParts = {
  name: 'archive',
  sdl: `
    type Query { papers(first: Int, last: Int): PaperPage ten(first: Int = 10): [Paper] dozen: [Paper] }
    type PaperPage { edges: [PaperEdge!]! nodes: [Paper!]! info: Info tags: [Tag!]! }
    type PaperEdge { cursor: String node: Paper }
    type Info { next: Boolean }
    type Tag { word: String }
    type Paper @key(fields: "id") { id: ID! names: [String!] book: Book notes(first: Int, last: Int): PaperPage parts: [[Tag]] }
    type Book @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: {
      papers: (_: unknown, { first, last }: { first?: number; last?: number }) => page(Math.min(3, first ?? last ?? 0)),
      ten: () => [],
      dozen: () => page(12).nodes,
    },
    Paper: { notes: () => page(0), parts: () => [] },
  },
};

function page(items: number) {
  const nodes = Array.from({ length: items }, (_, index) => ({ id: `p${index}`, names: ['a'], book: { id: '1' } }));
  return { edges: nodes.map((node) => ({ cursor: node.id, node })), nodes, info: { next: false }, tags: [] };
}

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start([...library, archive], {
    COST_MODE: 'enforce',
    COST_LARGEST_REQUEST: '3000',
    COST_BUCKET_ANONYMOUS: '900000',
  });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const notes = (levels: number): string => (levels === 0 ? 'id' : `notes(first: 2147483647) { nodes { ${notes(levels - 1)} } }`);
const requested = async (query: string, variables?: Record<string, unknown>) => (await network.ask(query, { variables })).cost.requested;

describe('a request costs a point, and more for what it asks', () => {
  // One for the request, one for the field of the root, five for the question to the subgraph: seven before the first object.
  test.each([
    ['one value', '{ kind }', 7],
    ['one object', '{ book(id: "1") { title } }', 8],
    ['a list of unknown length', '{ books { title } }', 12],
    ['a list within each of a list', '{ books { author { books { title } } } }', 7 + 5 + 5 + 25],
    ['another subgraph, asked about one object', '{ book(id: "1") { price } }', 8 + 5 + 1],
    ['another subgraph, asked about each of a list', '{ books { price } }', 12 + 5 + 5],
    ['two fields of the root', '{ kind echo }', 8],
    ['a page, by the size it names', '{ papers(first: 7) { edges { node { id } } info { next } } }', 7 + 1 + 7 + 7 + 1],
    ['a page from its end', '{ papers(last: 7) { nodes { id } } }', 7 + 1 + 7],
    ['both ends of a page, by the larger', '{ papers(first: 2, last: 9) { nodes { id } } }', 7 + 1 + 9],
    ['a page without a size, by an ordinary one', '{ papers { nodes { id } } }', 7 + 1 + 20],
    ['a list that is a page itself, by its default', '{ ten { id } }', 7 + 10],
    ['a list of a page that is not the page', '{ papers(first: 50) { tags { word } } }', 7 + 1 + 5],
    ['lists of lists', '{ ten(first: 1) { parts { word } } }', 7 + 1 + 25],
    ['lists of words, which are no objects', '{ ten(first: 3) { names } }', 7 + 3],
    ['a page in each object of a page', '{ papers(first: 10) { nodes { notes(first: 20) { nodes { id } } } } }', 7 + 1 + 10 + 10 + 200],
    ['a page of less than nothing', '{ papers(first: -5) { nodes { id } } }', 7 + 1],
    ['nothing at all', '{ __typename }', 2],
  ])('%s', async (_what, query, cost) => {
    expect(await requested(query)).toBe(cost);
  });

  test('variables move the cost, by value and by default', async () => {
    const query = 'query ($size: Int = 30) { papers(first: $size) { nodes { id } } }';
    expect(await requested(query)).toBe(7 + 1 + 30);
    expect(await requested(query, { size: 4 })).toBe(7 + 1 + 4);
    expect(await requested(query, { size: null })).toBe(7 + 1 + 20);
  });

  test('conditions move the cost', async () => {
    const query = 'query ($all: Boolean!) { kind books @include(if: $all) { title price @skip(if: true) } }';
    expect(await requested(query, { all: false })).toBe(7);
    expect(await requested(query, { all: true })).toBe(8 + 5);
  });

  test('a fragment costs at each place where it stands, a field that is written twice costs once', async () => {
    const fragment = 'fragment F on Book { author { name } }';
    expect(await requested(`{ a: book(id: "1") { ...F } b: book(id: "2") { ...F } } ${fragment}`)).toBe(7 + 1 + 2 * 2);
    expect(await requested(`{ book(id: "1") { ...F ...F author { name } ... on Book { author { id } } } } ${fragment}`)).toBe(7 + 2);
  });

  test('an alias costs what the field costs', async () => {
    expect(await requested('{ a: books { title } b: books { title } }')).toBe(8 + 10);
  });

  test('types that exclude each other are all counted', async () => {
    expect(await requested('{ things { ... on Book { author { name } } ... on Author { books { title } } } }')).toBe(7 + 5 + 5 + 25);
  });

  test('the schema about itself costs, each time it is asked', async () => {
    expect(await requested('{ __schema { types { name } } a: __schema { types { name } } __type(name: "Book") { name } }')).toBe(221);
    const { cost, errors } = await network.ask(getIntrospectionQuery());
    expect([errors, cost.requested, cost.actual]).toEqual([[], 101, 101]);
  });

  test('a change costs more than a question', async () => {
    expect(await requested('mutation { addPage(id: "1") { id } }')).toBe(1 + 10 + 1 + 5);
    expect(await requested('mutation { addPage(id: "1") { id } removePage(id: "1") { id } }')).toBe(1 + 20 + 2 + 5);
  });

  test('only the operation that is asked for is counted', async () => {
    const query = 'query A { kind } query B { papers(first: 100) { nodes { id } } }';
    expect((await network.ask(query, { operationName: 'A' })).cost.requested).toBe(7);
  });
});

describe('too much is refused before anything is asked', () => {
  test.each([
    ['a page of a million', '{ papers(first: 1000000) { nodes { id } } }', undefined],
    ['a page of a million from its end', '{ papers(last: 1000000) { nodes { id } } }', undefined],
    ['a page of a million by a variable', 'query ($n: Int) { papers(first: $n) { nodes { id } } }', { n: 1_000_000 }],
    ['a page of a million by the default of a variable', 'query ($n: Int = 1000000) { papers(first: $n) { nodes { id } } }', undefined],
    ['a page of a million in a fragment', '{ ...F } fragment F on Query { papers(first: 1000000) { nodes { id } } }', undefined],
    ['the largest number there is, again and again', `{ papers(first: 2147483647) { nodes { ${notes(6)} } } }`, undefined],
    [
      'lists within lists within lists',
      '{ books { author { books { author { books { author { books { author { books { id } } } } } } } } } }',
      undefined,
    ],
    ['hops for each of many', '{ papers(first: 1200) { nodes { book { price } } } }', undefined],
  ])('%s', async (_what, query, variables) => {
    const { status, errors, data, cost } = await network.ask(query, { variables });
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([400, null, ['COST_EXCEEDED']]);
    expect(errors[0]?.message).toMatch(/would cost \d+ points, and one request may cost 3000. Ask for shorter pages/);
    expect(cost.requested).toBeGreaterThan(3_000);
    expect(Number.isSafeInteger(cost.requested)).toBe(true);
    expect(cost.actual).toBe(1);
    expect([network.fetches, network.costs.map(({ outcome }) => outcome)]).toEqual([[], ['too dear']]);
  });

  test('and it is said in French where French is read, with 200 where a status says nothing', async () => {
    const headers = { 'accept-language': 'fr', accept: 'application/json' };
    const { status, errors } = await network.ask('{ papers(first: 1000000) { nodes { id } } }', { headers });
    expect([status, errors[0]?.message]).toEqual([
      200,
      expect.stringMatching(/coûterait 100000\d points.*Demandez des pages plus courtes/),
    ]);
  });

  test('what just passes is answered', async () => {
    const { data, cost } = await network.ask('{ papers(first: 2992) { nodes { id } } }');
    expect([cost.requested, data.papers.nodes.length]).toEqual([3_000, 3]);
  });
});

describe('what an answer cost in the end', () => {
  test('is counted by its objects, its questions and what they were about', async () => {
    const { cost } = await network.ask('{ papers(first: 100) { nodes { id book { title } } } }');
    // Three papers, all about the same book: one page, three papers, three times a book; two questions, the second about one book.
    expect([cost.requested, cost.actual]).toEqual([1 + 1 + 201 + 10 + 100, 1 + 1 + 7 + 10 + 1]);
  });

  test('may be more than was thought, when a list is longer than lists are taken to be', async () => {
    const { cost } = await network.ask('{ dozen { id } }');
    expect([cost.requested, cost.actual]).toEqual([7 + 5, 7 + 12]);
  });

  test('is nothing but the request when it is refused', async () => {
    for (const query of ['{ nothing }', '{ echo(', `{ ${Array.from({ length: 25 }, (_, index) => `a${index}: echo`).join(' ')} }`]) {
      const { status, cost } = await network.ask(query);
      expect([status, cost.requested, cost.actual, cost.restoreRate]).toEqual([400, 1, 1, 500]);
    }
  });
});
