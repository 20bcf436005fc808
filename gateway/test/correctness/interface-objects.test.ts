import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const beings = [
  { __typename: 'Guest', id: '1', name: 'Ana', age: 30 },
  { __typename: 'Ghost', id: '2', name: new Error('FORBIDDEN'), haunts: true },
];
const found = ({ id }: Fields) => beings.find((one) => one.id === id);
const house: SmallSubgraphParts = {
  name: 'house',
  sdl: `
    type Query { beings: [Being!]! }
    interface Being @key(fields: "id") { id: ID! name: String }
    type Guest implements Being @key(fields: "id") { id: ID! name: String age: Int }
    type Ghost implements Being @key(fields: "id") { id: ID! name: String haunts: Boolean }
  `,
  resolvers: {
    Query: { beings: () => beings },
    Being: { __resolveReference: found },
    Guest: { __resolveReference: found, name: refusing('name') },
    Ghost: { __resolveReference: found, name: refusing('name') },
  },
};
const desk: SmallSubgraphParts = {
  name: 'desk',
  sdl: `
    type Query { counted: [Being] }
    type Being @key(fields: "id") @interfaceObject { id: ID! name: String @external badge: String @requires(fields: "name") seat: Int }
  `,
  resolvers: {
    Query: { counted: () => [{ id: '1' }, { id: '2' }] },
    Being: { badge: ({ name }: Fields) => `here is ${name}`, seat: ({ id }: Fields) => Number(id) * 100 },
  },
};
const kitchen: SmallSubgraphParts = {
  name: 'kitchen',
  sdl: 'extend type Guest @key(fields: "id") { id: ID! meal: String }',
  resolvers: { Guest: { meal: ({ id }: Fields) => `soup for ${id}` } },
};
const diary: SmallSubgraphParts = {
  name: 'diary',
  sdl: `
    type Query { evening: Evening }
    type Evening { first: Being }
    type Being @key(fields: "id") @interfaceObject { id: ID! }
  `,
  resolvers: { Query: { evening: () => ({ first: { id: '1' } }) } },
};

describe('a part that knows a thing only by its interface', () => {
  const { ask } = standing(house, desk, kitchen, diary);

  test('requires what the part has that knows its kind, from wherever the way begins', async () => {
    const fields = '... on Guest { age badge id } ... on Being { seat } id';
    const { data, errors } = await ask(`{ counted { ${fields} } beings { ${fields} } }`);
    expect(errors).toEqual([]);
    const both = [
      { age: 30, badge: 'here is Ana', seat: 100, id: '1' },
      { seat: 200, id: '2' },
    ];
    expect(data).toEqual({ counted: both, beings: both });
  });

  test('is not asked for what rests on a lost input, and is asked for the rest', async () => {
    const answer = await ask('{ counted { badge seat } beings { badge seat } }');
    const both = [
      { badge: 'here is Ana', seat: 100 },
      { badge: null, seat: 200 },
    ];
    expect(answer.data).toEqual({ counted: both, beings: both });
    expect(placesOf(answer)).toEqual(['beings.1.badge: FORBIDDEN', 'counted.1.badge: FORBIDDEN']);
  });

  test('leads to what a third part adds to one kind of it', async () => {
    const { data, errors } = await ask(
      '{ evening { first { id ... on Guest { meal age } ... on Ghost { haunts } } } beings { ... on Guest { meal seat } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ evening: { first: { id: '1', meal: 'soup for 1', age: 30 } }, beings: [{ meal: 'soup for 1', seat: 100 }, {}] });
  });
});
