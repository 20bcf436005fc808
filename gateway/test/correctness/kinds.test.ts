import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const chair = { __typename: 'Chair', id: '1', size: { height: 90 }, maker: { __typename: 'Guild', id: 'g' } };
const table = { __typename: 'Table', id: '2', size: { height: 70 }, maker: { __typename: 'Hand', sign: 'a cross' } };
const found = ({ id }: Fields) => [chair, table].find((one) => one.id === id);
const pieceAt = (fields: string) => `
  type Chair implements Piece & Paired @key(fields: "id") { ${fields.replaceAll('SELF', 'Chair')} seats: Int }
  type Table implements Piece & Paired @key(fields: "id") { ${fields.replaceAll('SELF', 'Table')} legs: Int }`;
const workshop: SmallSubgraphParts = {
  name: 'workshop',
  sdl: `
    type Query { pieces: [Piece] }
    interface Piece { id: ID! size: Size maker: Maker }
    interface Paired { pair: Piece }
    ${pieceAt('id: ID! size: Size @shareable maker: Maker pair: SELF')}
    type Size @shareable { height: Int }
    union Maker = Guild | Hand
    type Guild { id: ID! @shareable }
    type Hand { sign: String }
  `,
  resolvers: {
    Query: { pieces: () => [chair, table] },
    Chair: { __resolveReference: found, seats: () => 1, pair: () => chair },
    Table: { __resolveReference: found, legs: () => 4, pair: () => table },
  },
};
const town: SmallSubgraphParts = {
  name: 'town',
  sdl: `
    union Maker = Guild | Firm
    type Guild @key(fields: "id") { id: ID! name: String sign: Sign }
    type Firm @key(fields: "id") { id: ID! sign: String }
    type Sign { text: String }
  `,
  resolvers: { Guild: { name: () => 'Joiners', sign: () => ({ text: 'a saw' }) } },
};
const carried = {
  __resolveReference: (by: Fields) => by,
  ride: ({ size }: Fields, { to }: Fields) => ({ days: Number((size as Fields)['height']) / 10, to }),
};
const van: SmallSubgraphParts = {
  name: 'van',
  sdl: `
    interface Piece { id: ID! ride(to: String): Ride }
    type Chair implements Piece @key(fields: "id") { id: ID! size: Size @external ride(to: String): Ride @requires(fields: "size { height }") }
    type Table implements Piece @key(fields: "id") { id: ID! size: Size @external ride(to: String): Ride @requires(fields: "size { height }") }
    type Size @shareable { height: Int }
    type Ride { days: Int to: String }
  `,
  resolvers: { Chair: carried, Table: carried },
};
const talkedAbout = { __resolveReference: (by: Fields) => by, talks: (about: Fields) => [{ about }] };
const talk: SmallSubgraphParts = {
  name: 'talk',
  sdl: `
    interface Piece { id: ID! talks: [Talk!]! }
    type Chair implements Piece @key(fields: "id") { id: ID! talks: [Talk!]! }
    type Table implements Piece @key(fields: "id") { id: ID! talks: [Talk!]! }
    type Talk { about: Piece }
  `,
  resolvers: { Chair: talkedAbout, Table: talkedAbout },
};

describe('things of several kinds, of which every part knows something', () => {
  const { ask } = standing(workshop, town, van, talk);

  test('are asked as a kind of another sort too, and what a kind requires is there for each', async () => {
    const { data, errors } = await ask(`{
      pieces { ... on Paired { __typename kind: __typename pair { id } } near: ride(to: "Albi") { days to } far: ride(to: "Oran") { to } }
    }`);
    expect(errors).toEqual([]);
    const rides = (days: number) => ({ near: { days, to: 'Albi' }, far: { to: 'Oran' } });
    expect(data.pieces).toEqual([
      { __typename: 'Chair', kind: 'Chair', pair: { id: '1' }, ...rides(9) },
      { __typename: 'Table', kind: 'Table', pair: { id: '2' }, ...rides(7) },
    ]);
  });

  const conditions = `query ($in: Boolean!, $out: Boolean = true) {
    pieces { talks { about { id ... on Chair @include(if: $in) { seats ... on Chair @skip(if: $out) { size { height } } } ... on Chair { id: id } ... on Table { legs } } } }
  }`;
  test.each([
    [
      { in: true, out: false },
      { id: '1', seats: 1, size: { height: 90 } },
    ],
    [{ in: true }, { id: '1', seats: 1 }],
    [{ in: false, out: false }, { id: '1' }],
  ])('are asked under conditions where another part leads back to them: %j', async (variables, about) => {
    const { data, errors } = await ask(conditions, { variables });
    expect(errors).toEqual([]);
    expect(data.pieces).toEqual([{ talks: [{ about }] }, { talks: [{ about: { id: '2', legs: 4 } }] }]);
  });

  test('have members that one part names by an id only, and that call things by one name which are not alike', async () => {
    const makers = '... on Guild { name signed: sign { text } } ... on Hand { sign } ... on Firm { sign }';
    const { data, errors } =
      await ask(`{ pieces { talks { about { ... on Chair { maker { ...Maker } } ... on Table { maker { ...Maker } } } } } }
      fragment Maker on Maker { ${makers} }`);
    expect(errors).toEqual([]);
    expect(data.pieces).toEqual([
      { talks: [{ about: { maker: { name: 'Joiners', signed: { text: 'a saw' } } } }] },
      { talks: [{ about: { maker: { sign: 'a cross' } } }] },
    ]);
  });
});

describe('a field that may be null in one kind and not in the other', () => {
  const near = () => [
    { __typename: 'Guest', id: 'g', name: 'Ana' },
    { __typename: 'Ghost', id: null, name: 'Nobody' },
  ];
  const door: SmallSubgraphParts = {
    name: 'door',
    sdl: 'type Query { guests: [Guest!]! } type Guest @shareable { id: ID }',
    resolvers: { Query: { guests: () => [{ id: 'g' }] } },
  };
  const house: SmallSubgraphParts = {
    name: 'house',
    sdl: `
      type Query { beings: [Being!]! }
      union Being = Guest | Ghost
      type Guest @key(fields: "id") { id: ID! name: String near: [Being!]! }
      type Ghost { id: ID name: String near: [Being!]! }
    `,
    resolvers: { Query: { beings: near }, Guest: { name: () => 'Ana', near }, Ghost: { near } },
  };
  const { ask } = standing(door, house);

  test('keeps its name in the answer at every depth', async () => {
    const deep = (depth: number): string =>
      ['Guest', 'Ghost'].map((kind) => `... on ${kind} { id name ${depth > 0 ? `near { ${deep(depth - 1)} }` : ''} }`).join(' ');
    const whole = (depth: number): Fields[] => near().map(({ id, name }) => ({ id, name, ...(depth > 0 && { near: whole(depth - 1) }) }));
    const { data, errors } = await ask(`{ guests { id name } beings { ${deep(2)} } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({ guests: [{ id: 'g', name: 'Ana' }], beings: whole(2) });
  });
});
