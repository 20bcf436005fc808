import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const found = [
  { id: '1', depth: 30, name: 'Upper' },
  { id: '2', depth: new Error('FORBIDDEN'), name: 'Lower' },
];
const known = `
  directive @lit(by: Lamp! = MOON) on QUERY | FIELD | INLINE_FRAGMENT | FRAGMENT_SPREAD | FRAGMENT_DEFINITION
  directive @framed on FRAGMENT_SPREAD | FRAGMENT_DEFINITION
  enum Lamp { MOON TORCH }
`;
const caves: SmallSubgraphParts = {
  name: 'caves',
  sdl: `${known} directive @damp on FIELD
    type Query { caves: [Cave] } type Cave @key(fields: "id") { id: ID! depth: Int name: String }`,
  resolvers: { Query: { caves: () => found }, Cave: { depth: refusing('depth') } },
};
const bats: SmallSubgraphParts = {
  name: 'bats',
  sdl: `${known} type Cave @key(fields: "id") { id: ID! depth: Int @external bats: Int cold: String @requires(fields: "depth") }`,
  resolvers: { Cave: { bats: ({ id }: Fields) => Number(id) * 10, cold: ({ depth }: Fields) => `at ${depth}` } },
};

describe('a directive that every part knows', () => {
  const small = standing(caves, bats);
  const sentTo = (name: string) => small.network.subgraph(name).received.map(({ query }) => query);
  const everything = [
    { name: 'Upper', bats: 10 },
    { name: 'Lower', bats: 20 },
  ];

  test('reaches each of them with the field it stands at, and with its variables', async () => {
    const query = 'query ($by: Lamp!) @lit { caves { name @lit(by: $by) bats @lit(by: $by) bats @lit } }';
    const { data, errors } = await small.ask(query, { variables: { by: 'TORCH' } });
    expect(errors).toEqual([]);
    expect(data.caves).toEqual(everything);
    expect(sentTo('caves')).toEqual([expect.stringMatching(/^query\(\$by:Lamp!\)@lit\{.*name@lit\(by:\$by\)/)]);
    expect(sentTo('bats')).toEqual([expect.stringMatching(/@lit\{.*bats@lit\(by:\$by\)bats@lit\}/)]);
  });

  // The planner writes fragments out where they are used.
  test('may stand at fragments and at their uses, and the fields of both are answered', async () => {
    const { data, errors } = await small.ask(`
      query { caves { ...Both @lit(by: TORCH) ...Name @framed ... @lit { ...Name } } }
      fragment Both on Cave @lit @framed { bats } fragment Name on Cave @framed { name ...Both @skip(if: true) }
    `);
    expect(errors).toEqual([]);
    expect(data.caves).toEqual(everything.map((cave) => ({ bats: cave.bats, name: cave.name })));
    expect(sentTo('caves').join()).toContain('@lit(by:TORCH)');
  });

  test('at the whole question keeps its variables where a part is asked less, as an input was lost', async () => {
    const query = 'query ($by: Lamp!) @lit(by: $by) { caves { bats cold } }';
    const answer = await small.ask(query, { variables: { by: 'TORCH' } });
    expect(answer.data.caves).toEqual([
      { bats: 10, cold: 'at 30' },
      { bats: 20, cold: null },
    ]);
    expect(placesOf(answer)).toEqual(['caves.1.cold: FORBIDDEN']);
  });

  test('is held to what is declared: an argument that is none, or a part that does not know it', async () => {
    for (const query of ['{ caves { name @lit(by: SUN) } }', '{ caves { name @damp } }']) {
      const { data, errors } = await small.ask(query);
      expect(data).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    expect(small.network.fetches).toEqual([]);
  });
});
