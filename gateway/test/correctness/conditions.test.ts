import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const log: string[] = [];
const counters = new Map<string, number>();
const roads: SmallSubgraphParts = {
  name: 'roads',
  sdl: `
    type Query { road: Road roads: [Road] twice: [Pair] }
    type Mutation { pave(id: ID!): Road }
    type Pair { first: Road second: Road! }
    type Road @key(fields: "id") { id: ID! name: String length: Int crossing: Road paved: Int! }
  `,
  resolvers: {
    Query: {
      road: () => ({ id: '1' }),
      roads: () => ['1', '2', '1', '3'].map((id) => ({ id })),
      twice: () => [
        { first: { id: '2' }, second: { id: '1' } },
        { first: { id: '1' }, second: { id: '2' } },
        { first: { id: '1' }, second: { id: '1' } },
      ],
    },
    Mutation: {
      pave: (_: unknown, { id }: Fields) => {
        log.push(`pave ${id}`);
        counters.set(String(id), (counters.get(String(id)) ?? 0) + 1);
        return { id };
      },
    },
    Road: {
      name: ({ id }: Fields) => `road ${id}`,
      length: ({ id }: Fields) => Number(id) * 10,
      crossing: ({ id }: Fields) => (id === '1' ? { id: '2' } : null),
      paved: ({ id }: Fields) => counters.get(String(id)) ?? 0,
    },
  },
};
const tolls: SmallSubgraphParts = {
  name: 'tolls',
  sdl: `
    type Query { dearest: Road }
    type Mutation { charge(id: ID!): Road forgive(id: ID!): Road! }
    type Road @key(fields: "id") {
      id: ID! length: Int @external toll: Int perKilometre: Float @requires(fields: "length") gates: [Gate] charged: Int guard: String!
    }
    type Gate { name: String keeper: String! }
  `,
  resolvers: {
    Query: { dearest: () => ({ id: '2' }) },
    Mutation: {
      charge: (_: unknown, { id }: Fields) => {
        log.push(`charge ${id}`);
        return { id };
      },
      forgive: () => refusing('it')({ it: new Error('CONFLICT') }),
    },
    Road: {
      toll: ({ id }: Fields) => refusing('toll')({ toll: id === '2' ? new Error('FORBIDDEN') : Number(id) * 5 }),
      perKilometre: ({ id, length }: Fields) => (Number(id) * 5) / Number(length),
      gates: ({ id }: Fields) => [
        { name: `gate ${id}`, id },
        { name: 'side', id: 'x' },
      ],
      charged: ({ id }: Fields) => {
        log.push(`charged ${id}`);
        return 1;
      },
      guard: ({ id }: Fields) => refusing('guard')({ guard: id === '3' ? new Error('NOT_FOUND') : `guard ${id}` }),
    },
    Gate: { keeper: ({ id }: Fields) => refusing('keeper')({ keeper: id === '2' ? new Error('FORBIDDEN') : `keeper ${id}` }) },
  },
};
const network = standing(roads, tolls);
const { ask } = network;

describe('parts of a question behind conditions', () => {
  const query = `query ($with: Boolean!, $without: Boolean = false, $deep: Boolean = true) {
    road {
      name @skip(if: $without)
      toll @include(if: $with)
      ... @include(if: $with) { perKilometre crossing @skip(if: $without) { length ... @include(if: $deep) { perKilometre } } }
      ...Gates @skip(if: $without)
    }
    dearest @include(if: $deep) { length @skip(if: $with) __typename }
  }
  fragment Gates on Road { gates @include(if: $deep) { name } }`;

  test.each([
    [
      { with: true },
      {
        name: 'road 1',
        toll: 5,
        perKilometre: 0.5,
        crossing: { length: 20, perKilometre: 0.5 },
        gates: [{ name: 'gate 1' }, { name: 'side' }],
      },
      { __typename: 'Road' },
    ],
    [{ with: false }, { name: 'road 1', gates: [{ name: 'gate 1' }, { name: 'side' }] }, { length: 20, __typename: 'Road' }],
    [{ with: true, without: true }, { toll: 5, perKilometre: 0.5 }, { __typename: 'Road' }],
    [{ with: false, deep: false }, { name: 'road 1' }, undefined],
    [{ with: true, deep: false, without: false }, { name: 'road 1', toll: 5, perKilometre: 0.5, crossing: { length: 20 } }, undefined],
  ])('%j are answered as set, across the border too', async (variables, road, dearest) => {
    const { data, errors } = await ask(query, { variables });
    expect(errors).toEqual([]);
    expect(data).toEqual(dearest === undefined ? { road } : { road, dearest });
  });

  test('that nobody wants are not fetched', async () => {
    const { data, errors } = await ask(
      'query ($with: Boolean!) { road { name @skip(if: $with) ... @skip(if: $with) { toll } gates @include(if: $with) { name } } }',
      {
        variables: { with: true },
      },
    );
    expect(errors).toEqual([]);
    expect(data.road).toEqual({ gates: [{ name: 'gate 1' }, { name: 'side' }] });
    expect(network.network.fetches.filter(({ subgraph }) => subgraph === 'tolls')).toHaveLength(1);
  });

  test('of which nothing is left leave an empty thing', async () => {
    const { data, errors } = await ask(
      'query ($no: Boolean!) { road { name @include(if: $no) toll @include(if: $no) } roads @include(if: $no) { name } }',
      {
        variables: { no: false },
      },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ road: {} });
    expect(network.network.fetches.map(({ subgraph }) => subgraph)).toEqual(['roads']);
  });

  test('do not hide the same field asked without a condition', async () => {
    const { data, errors } = await ask(
      'query ($no: Boolean = false) { road { toll @include(if: $no) toll ... @include(if: $no) { gates { name } } gates { keeper } } }',
    );
    expect(errors).toEqual([]);
    expect(data.road).toEqual({ toll: 5, gates: [{ keeper: 'keeper 1' }, { keeper: 'keeper x' }] });
  });
});

describe('an error of a thing that stands at several places', () => {
  test('stands at each of them, and in lists within at each item', async () => {
    const answer = await ask('{ roads { toll gates { keeper } } twice { second { toll } first { cost: toll } } }');
    const gates = (id: string) => [id === '2' ? null : { keeper: `keeper ${id}` }, { keeper: 'keeper x' }];
    expect(answer.data).toEqual({
      roads: ['1', '2', '1', '3'].map((id) => ({ toll: id === '2' ? null : Number(id) * 5, gates: gates(id) })),
      twice: [
        { second: { toll: 5 }, first: { cost: null } },
        { second: { toll: null }, first: { cost: 5 } },
        { second: { toll: 5 }, first: { cost: 5 } },
      ],
    });
    expect(placesOf(answer)).toEqual(
      ['roads.1.gates.0.keeper', 'roads.1.toll', 'twice.0.first.cost', 'twice.1.second.toll'].map((place) => `${place}: FORBIDDEN`),
    );
  });

  test('where it must not be null takes what is around it, at each place as far as needed', async () => {
    const answer = await ask('{ roads { name guard } twice { first { guard } second { guard } } }');
    expect(answer.data.roads).toEqual([
      { name: 'road 1', guard: 'guard 1' },
      { name: 'road 2', guard: 'guard 2' },
      { name: 'road 1', guard: 'guard 1' },
      null,
    ]);
    expect(placesOf(answer)).toEqual(['roads.3.guard: NOT_FOUND']);
  });
});

describe('mutations', () => {
  test('happen in order, what they ask of other parts before the next begins', async () => {
    log.length = 0;
    counters.clear();
    const { data, errors } = await ask(
      'mutation { __typename a: pave(id: "1") { paved charged } b: charge(id: "2") { charged paved } c: pave(id: "1") { paved perKilometre } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      ...{ __typename: 'Mutation', a: { paved: 1, charged: 1 }, b: { charged: 1, paved: 0 }, c: { paved: 2, perKilometre: 0.5 } },
    });
    expect(log).toEqual(['pave 1', 'charged 1', 'charge 2', 'charged 2', 'pave 1']);
  });

  test('of the same part, one after the other, go out as the client wrote them', async () => {
    log.length = 0;
    await ask('mutation ($id: ID = "7") { z: pave(id: $id) { id } a: pave(id: "8") { id } m: pave(id: "9") { toll } }');
    expect(log).toEqual(['pave 7', 'pave 8', 'pave 9']);
  });

  test('that must not be null and were refused take the whole answer, not what was done', async () => {
    log.length = 0;
    const answer = await ask('mutation { a: pave(id: "1") { id } b: forgive(id: "1") { id } }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['b: CONFLICT']);
    expect(log).toEqual(['pave 1']);
  });
});
