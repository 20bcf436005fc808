import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;
/** Tells which representation it was found by. */
const told = (reference: Fields) => ({ ...reference, told: JSON.stringify(reference) });

describe('a thing with a nested and mixed key', () => {
  const desks: SmallSubgraphParts = {
    name: 'desks',
    sdl: `
      type Query { desk: Desk }
      type Desk @key(fields: "number room { floor { name } side } ") { number: Int! room: Room! }
      type Room { floor: Floor! side: Side! area: Int }
      type Floor { name: String! level: Int }
      enum Side { NORTH SOUTH }
    `,
    resolvers: { Query: { desk: () => ({ number: 7, room: { floor: { name: 'first', level: 1 }, side: 'SOUTH', area: 12 } }) } },
  };
  const keepers: SmallSubgraphParts = {
    name: 'keepers',
    sdl: `
      type Desk @key(fields: "number room { floor { name } side }") { number: Int! room: Room! told: String }
      type Room { floor: Floor! side: Side! }
      type Floor { name: String! }
      enum Side { NORTH SOUTH }
    `,
    resolvers: { Desk: { __resolveReference: told } },
  };
  const shareable = (part: SmallSubgraphParts) => ({ ...part, sdl: part.sdl.replaceAll(/type (Room|Floor)/g, 'type $1 @shareable') });
  const { ask } = standing(shareable(desks), shareable(keepers));

  test('is found by all of the key and nothing but the key', async () => {
    const { data, errors } = await ask('{ desk { room { area } told } }');
    expect(errors).toEqual([]);
    expect(data.desk.room).toEqual({ area: 12 });
    expect(JSON.parse(data.desk.told)).toEqual({ __typename: 'Desk', number: 7, room: { floor: { name: 'first' }, side: 'SOUTH' } });
  });

  test('is found whatever the client calls by the names of the key', async () => {
    const { data, errors } = await ask('{ desk { number: told room { floor: area side: floor { name: level } } } }');
    expect(errors).toEqual([]);
    expect(data.desk.room).toEqual({ floor: 12, side: { name: 1 } });
    expect(JSON.parse(data.desk.number)).toEqual({ __typename: 'Desk', number: 7, room: { floor: { name: 'first' }, side: 'SOUTH' } });
  });
});

describe('a thing with several keys', () => {
  const people = [
    { id: '1', email: 'a@x.invalid', code: 'A' },
    { id: '2', email: 'b@x.invalid', code: 'B' },
  ];
  const byId: SmallSubgraphParts = {
    name: 'by-id',
    sdl: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! }',
    resolvers: { Query: { people: () => people.map(({ id }) => ({ id })) } },
  };
  const both: SmallSubgraphParts = {
    name: 'both',
    sdl: 'type Person @key(fields: "id") @key(fields: "email") @key(fields: "code") { id: ID! email: String! code: String }',
    resolvers: {
      Person: {
        __resolveReference: ({ id, email, code }: Fields) =>
          people.find((one) => one.id === id || one.email === email || one.code === code),
      },
    },
  };
  const byEmail: SmallSubgraphParts = {
    name: 'by-email',
    sdl: 'type Query { writer: Person } type Person @key(fields: "email") { email: String! told: String }',
    resolvers: { Query: { writer: () => ({ email: 'b@x.invalid' }) }, Person: { __resolveReference: told } },
  };
  const byCode: SmallSubgraphParts = {
    name: 'by-code',
    sdl: 'type Person @key(fields: "code") { code: String badge: String }',
    resolvers: { Person: { badge: ({ code }: Fields) => `badge ${code}` } },
  };
  const { ask } = standing(byId, both, byEmail, byCode);

  test('is carried over from one key to the next', async () => {
    const { data, errors } = await ask('{ people { told badge } writer { id badge } }');
    expect(errors).toEqual([]);
    expect(data.people.map((one: Fields) => ({ ...one, told: JSON.parse(String(one['told'])) }))).toEqual([
      { told: { __typename: 'Person', email: 'a@x.invalid' }, badge: 'badge A' },
      { told: { __typename: 'Person', email: 'b@x.invalid' }, badge: 'badge B' },
    ]);
    expect(data.writer).toEqual({ id: '2', badge: 'badge B' });
  });

  test('is found whatever else the client calls by the names of the keys', async () => {
    const { data, errors } = await ask('{ people { id: email email: id code: badge } writer { email: id id: email } }');
    expect(errors).toEqual([]);
    expect(data.people[0]).toEqual({ id: 'a@x.invalid', email: '1', code: 'badge A' });
    expect(data.writer).toEqual({ email: '2', id: 'b@x.invalid' });
  });
});

describe('a key that may be missing', () => {
  const cards = [
    { id: '1', number: 'n1' },
    { id: '2', number: null },
    { id: '3', number: new Error('FORBIDDEN') },
  ];
  const holders: SmallSubgraphParts = {
    name: 'holders',
    sdl: 'type Query { cards: [Card] } type Card @key(fields: "number") { id: ID! number: String }',
    resolvers: { Query: { cards: () => cards }, Card: { number: refusing('number') } },
  };
  const issuers: SmallSubgraphParts = {
    name: 'issuers',
    sdl: 'type Card @key(fields: "number") { number: String limit: Int }',
    resolvers: { Card: { __resolveReference: ({ number }: Fields) => (number === null ? null : { number, limit: 100 }) } },
  };
  const { ask } = standing(holders, issuers);

  test('and is null is the other part’s to judge: what that does not know is not found', async () => {
    const answer = await ask('{ cards { id limit } }');
    expect(answer.data.cards).toEqual([
      { id: '1', limit: 100 },
      { id: '2', limit: null },
      { id: '3', limit: null },
    ]);
    expect(placesOf(answer)).toEqual(['cards.1.limit: NOT_FOUND', 'cards.2.limit: FORBIDDEN']);
  });
});

// The planner fetches the key for a field under the condition of that field, and puts it with the key for another one.
describe('a thing that is told of by one key for one field and by another for the next', () => {
  const trees: SmallSubgraphParts = {
    name: 'trees',
    sdl: 'type Query { trees: [Tree] } type Tree @key(fields: "id") @key(fields: "plot { code }") { id: ID! plot: Plot! } type Plot @shareable { code: String! }',
    resolvers: { Query: { trees: () => [{ id: '1', plot: { code: 'c1' } }] } },
  };
  const heights: SmallSubgraphParts = {
    name: 'heights',
    sdl: 'type Tree @key(fields: "id") @key(fields: "plot { code }") { id: ID! plot: Plot! height: Int } type Plot @shareable { code: String! }',
    resolvers: { Tree: { height: () => 7 } },
  };
  const shades: SmallSubgraphParts = {
    name: 'shades',
    sdl: `type Plot @shareable { code: String! }
      type Tree @key(fields: "plot { code }") { plot: Plot! height: Int @external shade: String @requires(fields: "height") }`,
    resolvers: { Tree: { shade: ({ height }: Fields) => `shade of ${height}` } },
  };
  const { ask } = standing(trees, heights, shades);

  test('has the one also where nobody wants the other', async () => {
    const query = 'query ($shade: Boolean!) { trees { height ...Shade @include(if: $shade) } } fragment Shade on Tree { shade }';
    const without = await ask(query, { variables: { shade: false } });
    expect(without.errors).toEqual([]);
    expect(without.data).toEqual({ trees: [{ height: 7 }] });
    expect((await ask(query, { variables: { shade: true } })).data).toEqual({ trees: [{ height: 7, shade: 'shade of 7' }] });
  });
});
