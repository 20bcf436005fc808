import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('a field that moved to a part in which the thing is of another kind', () => {
  const walls: SmallSubgraphParts = {
    name: 'walls',
    sdl: `
      type Query { hung: [Hung] }
      interface Hung { id: ID! since: String! }
      type Print implements Hung @key(fields: "id") { id: ID! since: String! }
    `,
    resolvers: { Query: { hung: () => [{ __typename: 'Print', id: '1' }] }, Print: { since: () => 'never' } },
  };
  const papers: SmallSubgraphParts = {
    name: 'papers',
    sdl: `
      type Query { kept: [Kept] }
      interface Hung { id: ID! since: String! } interface Kept { id: ID! since: String! }
      type Map implements Hung @key(fields: "id") { id: ID! since: String! scale: Int }
      type Print implements Kept @key(fields: "id") { id: ID! since: String! @override(from: "walls") edition: Int @override(from: "nobody") }
    `,
    resolvers: {
      Query: { kept: () => [{ __typename: 'Print', id: '2' }] },
      Print: { since: ({ id }: Fields) => `since ${id}`, edition: () => 5 },
    },
  };
  const network = standing(walls, papers);

  test('comes from there, whichever kind the thing was asked for as', async () => {
    const { data, errors } = await network.ask('{ hung { id since ... on Print { edition } } kept { since ... on Print { id since } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ hung: [{ id: '1', since: 'since 1', edition: 5 }], kept: [{ since: 'since 2', id: '2' }] });
  });

  test('and a kind that only the other part has is met by nothing', async () => {
    const { data, errors } = await network.ask('{ hung { ... on Map { scale since } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ hung: [{}] });
    expect(network.network.fetches.map(({ subgraph }) => subgraph)).toEqual(['walls']);
  });
});

describe('things that a part names by their kind, and can say no more of', () => {
  const loaves = [{ __typename: 'Rye', id: '1', flour: 'dark' }];
  const tables: SmallSubgraphParts = {
    name: 'tables',
    sdl: 'type Query { bread: Loaf! gone: Loaf } type Loaf @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }',
    resolvers: { Query: { bread: () => ({ id: '1' }), gone: () => ({ id: '2' }) } },
  };
  const ovens: SmallSubgraphParts = {
    name: 'ovens',
    sdl: `
      type Query { hot: Int }
      interface Loaf @key(fields: "id") { id: ID! }
      type Rye implements Loaf @key(fields: "id") { id: ID! flour: String! }
    `,
    resolvers: { Loaf: { __resolveReference: ({ id }: Fields) => loaves.find((loaf) => loaf.id === id) ?? null } },
  };
  const { ask } = standing(tables, ovens);

  test('are found by whoever knows the kind', async () => {
    const { data, errors } = await ask('{ bread { ... on Rye { id flour } } same: bread { __typename id } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ bread: { id: '1', flour: 'dark' }, same: { __typename: 'Rye', id: '1' } });
  });

  test('are nothing where nobody does, with an error', async () => {
    const { data, errors } = await ask('{ gone { ... on Rye { id } } }');
    expect(data).toEqual({ gone: null });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['gone'], 'NOT_FOUND']]);
  });

  test('have only the fields that the kind has', async () => {
    const { data, errors } = await ask('{ bread { id flour } }');
    expect(data).toBeNull();
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Cannot query field "flour" on type "Loaf"/)]);
  });
});
