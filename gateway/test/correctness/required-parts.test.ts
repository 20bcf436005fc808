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
  const maker: SmallSubgraphParts = {
    name: 'maker',
    sdl: `type Query { crates: [Crate] } type Crate @key(fields: "id") { id: ID! box: Box } type Box { width: Int height: Int }`,
    resolvers: { Query: { crates: () => boxes }, Crate: { box: refusing('box') }, Box: { height: refusing('height') } },
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
