import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

// The planner tells a subgraph of all parts that any of its fields requires, and fetches some of them under the condition of one.
describe('fields that require parts of the same thing', () => {
  const boxes = [
    { id: '1', box: { width: 3, height: 4 } },
    { id: '2', box: { width: 5, height: new Error('FORBIDDEN') } },
    { id: '3', box: new Error('CONFLICT') },
  ];
  const stacks = [{ id: '1', boxes: [{ height: 4 }, { height: new Error('CONFLICT') }, { height: new Error('FORBIDDEN') }] }];
  const maker: SmallSubgraphParts = {
    name: 'maker',
    sdl: `
      type Query { crates: [Crate] stacks: [Stack] }
      type Crate @key(fields: "id") { id: ID! box: Box }
      type Stack @key(fields: "id") { id: ID! boxes: [Box] }
      type Box { width: Int height: Int }
    `,
    resolvers: {
      Query: { crates: () => boxes, stacks: () => stacks },
      Crate: { box: refusing('box') },
      Box: { height: refusing('height') },
    },
  };
  const measures: SmallSubgraphParts = {
    name: 'measures',
    sdl: `
      type Crate @key(fields: "id") {
        id: ID! box: Box @external
        wide: String @requires(fields: "box { width }")
        volume: String @requires(fields: "box { width height }")
        rate: Int
      }
      type Stack @key(fields: "id") { id: ID! boxes: [Box] @external height: Int @requires(fields: "boxes { height }") }
      type Box @external { width: Int height: Int }
    `,
    resolvers: {
      Crate: {
        wide: ({ box }: Fields) => `wide ${(box as Fields).width}`,
        volume: ({ box }: Fields) => JSON.stringify(box),
        rate: () => 7,
      },
    },
  };
  const { ask } = standing(maker, measures);

  test('are each asked when their own parts are there', async () => {
    const answer = await ask('{ crates { wide volume rate } }');
    expect(answer.data.crates).toEqual([
      { wide: 'wide 3', volume: '{"width":3,"height":4}', rate: 7 },
      { wide: 'wide 5', volume: null, rate: 7 },
      { wide: null, volume: null, rate: 7 },
    ]);
    expect(placesOf(answer).sort()).toEqual(['crates.1.volume: FORBIDDEN', 'crates.2.volume: CONFLICT', 'crates.2.wide: CONFLICT']);
  });

  test('tell of the first of several that were lost', async () => {
    expect(placesOf(await ask('{ stacks { height } }'))).toEqual(['stacks.0.height: CONFLICT']);
  });

  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('need nothing that only a field needs which is left out (wide: %s, volume: %s)', async (w, v) => {
    const { data, errors } = await ask(
      'query ($w: Boolean!, $v: Boolean!) { crates { rate wide @include(if: $w) volume @include(if: $v) } }',
      {
        variables: { w, v },
      },
    );
    expect(data.crates[0]).toEqual({ rate: 7, ...(w && { wide: 'wide 3' }), ...(v && { volume: '{"width":3,"height":4}' }) });
    expect(errors.filter(({ path }) => path?.[1] === 0)).toEqual([]);
  });
});

describe('what a field requires of the things in a list, on a way that begins where the list is only named', () => {
  const shelves: SmallSubgraphParts = {
    name: 'shelves',
    sdl: `type Query { shelves: [Shelf] }
      type Shelf @key(fields: "id") { id: ID! boxes(first: Int!): [Box] @external }
      type Box @key(fields: "id") { id: ID! weight: Int twins: [Shelf] @external rare: Boolean @requires(fields: "twins { boxes(first: 9) { id } }") }`,
    resolvers: {
      Query: { shelves: () => [{ id: 's1' }, { id: 's2' }] },
      Box: { weight: ({ id }: Fields) => Number(id) * 10, rare: ({ twins }: { twins: unknown[] }) => twins.length === 0 },
    },
  };
  const boxes = [1, 2, 3].map((id) => ({ id, twins: id === 2 ? [{ id: 's2' }] : [] }));
  const loads: SmallSubgraphParts = {
    name: 'loads',
    sdl: `type Shelf @key(fields: "id") { id: ID! boxes(first: Int!): [Box] load: String @requires(fields: "boxes(first: 2) { weight }") }
      type Box @key(fields: "id") { id: ID! weight: Int @external twins: [Shelf] }`,
    resolvers: {
      Shelf: {
        boxes: (_: unknown, { first }: { first: number }) => boxes.slice(0, first),
        load: (shelf: { boxes?: { weight: number }[] }) => shelf.boxes?.map(({ weight }) => weight).join('+'),
      },
    },
  };
  const { ask } = standing(shelves, loads);

  test('is taken from who has the list, with the argument it requires, whatever the client asks of the same list', async () => {
    const { data, errors } = await ask(
      'query ($first: Int = 1) { shelves { load ...Boxes boxes(first: $first) { weight } } } fragment Boxes on Shelf { boxes(first: $first) { id } }',
    );
    expect(errors).toEqual([]);
    const shelf = { load: '10+20', boxes: [{ weight: 10, id: '1' }] };
    expect(data.shelves).toEqual([shelf, shelf]);
  });

  test('is known in full at every depth', async () => {
    const { data, errors } = await ask('{ shelves { boxes(first: 3) { rare } } }');
    expect(errors).toEqual([]);
    expect(data.shelves[0]).toEqual({ boxes: [{ rare: true }, { rare: false }, { rare: true }] });
  });
});
