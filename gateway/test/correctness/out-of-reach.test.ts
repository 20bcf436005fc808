import { expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

// Each part finds things of both kinds and knows the id of one: such a graph composes, though nobody can follow every question.
const half = (name: string, own: string, other: string, fields: string): SmallSubgraphParts => ({
  name,
  sdl: `
    type Query { find(id: ID!): Thing @shareable ${name}: ${own} }
    interface Thing { id: ID! }
    type ${own} implements Thing @key(fields: "id") { id: ID! ${fields} }
    type ${other} implements Thing @key(fields: "id") { id: ID! @external at${own}: ${own} }
  `,
  resolvers: {
    Query: {
      find: (_: unknown, { id }: Fields) => ({
        __typename: String(id).startsWith(own) ? own : other,
        id: String(id).startsWith(own) ? id : 'made up',
      }),
      [name]: () => ({ id: `${own} 1` }),
    },
    [own]: { [fields.replace(/:.*/, '')]: ({ id }: Fields) => `of ${id}` },
    [other]: { [`at${own}`]: () => ({ id: `${own} 1` }) },
  },
});
const small = standing(half('boat', 'Boat', 'Port', 'sail: String'), half('port', 'Port', 'Boat', 'quay: String'));

test('a question that no part can answer whole is refused, and never answered with what a part made up', async () => {
  for (const query of ['{ find(id: "Boat 1") { id } }', '{ boat { sail } find(id: "Port 1") { id ... on Port { quay } } }']) {
    const answer = await small.ask(query);
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['-: INTERNAL']);
  }
  expect(small.network.fetches).toEqual([]);
});

test('what one part can answer of it is asked there', async () => {
  const { data, errors } = await small.ask(`{
    a: find(id: "Boat 1") { __typename ... on Boat { id sail } } b: find(id: "Port 1") { ... on Port { id quay } }
    c: find(id: "Boat 1") { ... on Port { id } } boat { id atPort { quay } }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    ...{ a: { __typename: 'Boat', id: 'Boat 1', sail: 'of Boat 1' }, b: { id: 'Port 1', quay: 'of Port 1' } },
    ...{ c: {}, boat: { id: 'Boat 1', atPort: { quay: 'of Port 1' } } },
  });
});
