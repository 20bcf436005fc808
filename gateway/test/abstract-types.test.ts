import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { placesOf, SmallNetwork } from './support/small-network.ts';
import { type SmallSubgraphParts, sendJson } from './support/small-subgraph.ts';

const works = [
  { __typename: 'Book', id: '1', title: 'Roots', note: 'long' },
  { __typename: 'Film', id: '2', title: 'Leaves', note: null },
];
const find = ({ id }: { id: string }) => works.find((work) => work.id === id) ?? null;

/** `catalogue` knows which kinds of works there are; `critics` only that they are works. */
const catalogue: SmallSubgraphParts = {
  name: 'catalogue',
  sdl: `
    type Query { works: [Work] }
    interface Work @key(fields: "id") { id: ID! title: String secret: Int @inaccessible }
    type Book implements Work @key(fields: "id") { id: ID! title: String secret: Int @inaccessible note: String! @shareable }
    type Film implements Work @key(fields: "id") { id: ID! title: String secret: Int @inaccessible note: String }
  `,
  resolvers: {
    Query: { works: () => works },
    Work: { __resolveReference: find },
    Book: { __resolveReference: find, secret: () => 7 },
    Film: { __resolveReference: find, secret: () => 9 },
  },
};
const critics: SmallSubgraphParts = {
  name: 'critics',
  sdl: `
    type Query { best: Work }
    type Work @key(fields: "id") @interfaceObject { id: ID! stars: Int secret: Int @external verdict: String @requires(fields: "secret") }
  `,
  resolvers: {
    Query: { best: () => ({ id: '2' }) },
    Work: {
      __resolveReference: (reference: { id: string }) => reference,
      stars: ({ id }: { id: string }) => Number(id),
      verdict: ({ secret }: { secret: number | null }) => `judged by ${secret}`,
    },
  },
};

/** Notes may be missing here, so they may be missing in the whole graph, whatever the catalogue says of its own. */
const archive: SmallSubgraphParts = {
  name: 'archive',
  sdl: 'type Query { archived: Int } type Book @key(fields: "id") { id: ID! note: String @shareable }',
  resolvers: { Book: { __resolveReference: find } },
};

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start([catalogue, critics, archive]);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

test('a part that knows only the kind of thing adds to things of every type', async () => {
  const { data, errors } = await network.ask('{ works { __typename title stars verdict } best { __typename id title stars } }');
  expect(errors).toEqual([]);
  expect(data.works).toEqual([
    { __typename: 'Book', title: 'Roots', stars: 1, verdict: 'judged by 7' },
    { __typename: 'Film', title: 'Leaves', stars: 2, verdict: 'judged by 9' },
  ]);
  expect(data.best).toEqual({ __typename: 'Film', id: '2', title: 'Leaves', stars: 2 });
});

test('names that collide on the way to a subgraph come back as they were asked', async () => {
  const query = '{ works { ... on Book { text: note } ... on Film { text: note } } }';
  const { data, errors } = await network.ask(query);
  expect(network.fetches[0]?.operation).toMatch(/__alias/);
  expect(errors).toEqual([]);
  expect(data.works).toEqual([{ text: 'long' }, { text: null }]);
});

test('without the part that knows the types, a thing of unknown type is null with an error', async () => {
  network.subgraph('catalogue').fault = (request) => void request.socket.destroy();
  const answer = await network.ask('{ works { title } best { __typename title stars } }');
  expect(answer.data).toEqual({ works: null, best: null });
  expect(placesOf(answer)).toEqual(['best: SUBGRAPH_UNAVAILABLE', 'works: SUBGRAPH_UNAVAILABLE']);
});

test('without the part that adds, its fields are null with an error at each thing', async () => {
  network.subgraph('critics').fault = (_request, response) => sendJson(response, 500, {});
  const answer = await network.ask('{ works { title stars } }');
  expect(answer.data.works).toEqual([
    { title: 'Roots', stars: null },
    { title: 'Leaves', stars: null },
  ]);
  expect(placesOf(answer)).toEqual(['works.0.stars: SUBGRAPH_UNAVAILABLE', 'works.1.stars: SUBGRAPH_UNAVAILABLE']);
});

test('an input that clients cannot see, when lost, is an error where it was needed and nowhere else', async () => {
  network.subgraph('catalogue').fault = (_request, response) =>
    sendJson(response, 200, {
      data: { works: [{ __typename: 'Book', id: '1', title: 'Roots', secret: null }] },
      errors: [{ message: 'Not for you.', path: ['works', 0, 'secret'], extensions: { code: 'NOT_FOUND' } }],
    });
  const answer = await network.ask('{ works { title verdict stars } }');
  expect(answer.data.works).toEqual([{ title: 'Roots', verdict: null, stars: 1 }]);
  expect(placesOf(answer)).toEqual(['works.0.verdict: NOT_FOUND']);
  expect(answer.text).not.toContain('secret');
});
