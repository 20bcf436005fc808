import { expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

const wells: SmallSubgraphParts = {
  name: 'wells',
  sdl: 'type Query { well(id: ID): Well } type Mutation { dig: Int } type Well { water: Water } type Water { depth: Int! salt: Int! }',
  resolvers: {
    Query: { well: () => ({ water: { depth: 8, salt: new Error('FORBIDDEN') } }) },
    Mutation: { dig: () => 1 },
    Water: { salt: refusing('salt') },
  },
};
const small = standing(wells);

// The planner sets `$all` around the whole fetch, and takes what is decided without variables away with it.
test.each([
  ['{ water { ... @include(if: false) { ...Salt } } }', { water: {} }],
  ['{ water { depth salt @skip(if: true) } }', { water: { depth: 8 } }],
  ['{ water { depth @include(if: true) ...Salt @skip(if: true) } }', { water: { depth: 8 } }],
  ['{ water @skip(if: false) { depth ... on Water @include(if: false) { salt } } }', { water: { depth: 8 } }],
])('what is left out of every request is not asked, whatever else hangs on variables: %s', async (selections, well) => {
  const fragment = selections.includes('...Salt') ? 'fragment Salt on Water { salt }' : '';
  const query = `query ($all: Boolean!) { well @include(if: $all) ${selections} } ${fragment}`;
  const { data, errors } = await small.ask(query, { variables: { all: true } });
  expect([errors, data]).toEqual([[], { well }]);
  expect(small.network.fetches.length).toBe(1);
});

test('a question of which nothing is left asks nobody', async () => {
  expect(await small.ask('{ well @skip(if: true) { water { salt } } }')).toMatchObject({ data: {}, errors: [] });
  expect(await small.ask('mutation { dig @include(if: false) }')).toMatchObject({ data: {}, errors: [] });
  expect(small.network.fetches).toEqual([]);
});
