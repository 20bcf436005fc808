import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const today =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@extends", "@provides", "@shareable"])';
const guests = [
  { id: '1', name: 'Ana', nick: 'A' },
  { id: '2', name: 'Bo', nick: 'B' },
];
const guestBy = ({ id }: Fields) => guests.find((guest) => guest.id === id);

describe.each([
  ['of the first version, by a directive', '', 'type Guest @extends @key(fields: "id")'],
  ['of the first version, by a word', '', 'extend type Guest @key(fields: "id")'],
  ['of today, by a directive', today, 'type Guest @extends @key(fields: "id")'],
  ['of today, by a word', today, 'extend type Guest @key(fields: "id")'],
])('a part that extends what another has, %s', (_, link, guest) => {
  const rooms: SmallSubgraphParts = {
    ...{ name: 'rooms', link },
    sdl: `type Query { anybody: Guest named: Guest @provides(fields: "name") } ${guest} { id: ID! @external name: String! @external room: Int }`,
    resolvers: {
      Query: { anybody: () => ({ id: '1' }), named: () => ({ id: '1', name: 'handed out' }) },
      Guest: { room: ({ id }: Fields) => Number(id) * 10, name: ({ name }: Fields) => name ?? 'never asked' },
    },
  };
  const people: SmallSubgraphParts = {
    ...{ name: 'people', link },
    sdl: `type Query { guest(id: ID): Guest } type Guest @key(fields: "id") { id: ID! name: String! ${link && '@shareable'} nick: String }`,
    resolvers: { Query: { guest: (_: unknown, by: Fields) => guestBy(by) }, Guest: { __resolveReference: guestBy } },
  };
  const { ask } = standing(rooms, people);

  test('adds to it, and says of it only what it provides', async () => {
    const { data, errors } = await ask('{ anybody { id name room } named { id name room } guest(id: "2") { name nick room } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      anybody: { id: '1', name: 'Ana', room: 10 },
      named: { id: '1', name: 'handed out', room: 10 },
      guest: { name: 'Bo', nick: 'B', room: 20 },
    });
  });
});

describe('a part of the first version that extends by several keys of another', () => {
  const shelf: SmallSubgraphParts = {
    ...{ name: 'shelf', link: '' },
    sdl: 'type Query { jar: Jar } type Jar @key(fields: "id") { id: ID name: String lid: String }',
    resolvers: { Query: { jar: () => ({ id: '1', name: 'Fig', lid: 'tin' }) } },
  };
  const till: SmallSubgraphParts = {
    ...{ name: 'till', link: '' },
    sdl: `extend type Jar @key(fields: "id name") @key(fields: "code") {
      id: ID @external name: String @external code: String @external price: Float!
    }`,
    resolvers: { Jar: { __resolveReference: ({ id, name }: Fields) => (name === 'Fig' ? { id, name, code: 'F', price: 2.5 } : null) } },
  };
  const { ask } = standing(shelf, till);

  test('is asked by the one that the way brings, and tells the other', async () => {
    const { data, errors } = await ask('{ jar { id lid price code name } }');
    expect(errors).toEqual([]);
    expect(data.jar).toEqual({ id: '1', lid: 'tin', price: 2.5, code: 'F', name: 'Fig' });
  });
});
