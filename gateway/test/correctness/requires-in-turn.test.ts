import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('a field that requires what requires others itself', () => {
  const origin: SmallSubgraphParts = {
    name: 'origin',
    sdl: `type Query { thing: Thing things: [Thing] } type Thing @key(fields: "id") { id: ID! a: String }`,
    resolvers: {
      Query: { thing: () => ({ id: '1', a: 'a' }), things: () => things },
      Thing: { a: refusing('a'), __resolveReference: ({ id }: Fields) => things.find((thing) => thing.id === id) },
    },
  };
  const things = [
    { id: '1', a: 'a' },
    { id: '2', a: new Error('CONFLICT') },
    { id: '3', a: null },
  ];
  const step = (name: string, from: string, to: string, extra = ''): SmallSubgraphParts => ({
    name,
    sdl: `type Thing @key(fields: "id") { id: ID! ${from}: String @external ${to}: String @requires(fields: "${from}") ${extra} }`,
    resolvers: { Thing: { [to]: (thing: Fields) => `${thing[from]}>${to}` } },
  });
  const { ask } = standing(origin, step('second', 'a', 'b'), step('third', 'b', 'c'), step('fourth', 'c', 'd'));

  test('is asked last, with what came of them', async () => {
    const { data, errors } = await ask('{ thing { d } }');
    expect(errors).toEqual([]);
    expect(data.thing).toEqual({ d: 'a>b>c>d' });
  });

  test('says of a loss at the beginning of the chain, at its own place only', async () => {
    const answer = await ask('{ things { last: d } }');
    expect(answer.data.things).toEqual([{ last: 'a>b>c>d' }, { last: null }, { last: 'null>b>c>d' }]);
    expect(placesOf(answer)).toEqual(['things.1.last: CONFLICT']);
  });
});

// The planner asks for such a field before what it requires, and the subgraph works it out from nothing.
describe('a field that requires what requires others, on a way that begins where the second lives', () => {
  const first: SmallSubgraphParts = {
    name: 'first',
    sdl: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! other: Int f: String @external a: String @requires(fields: "f") }`,
    resolvers: { Query: { thing: () => ({ id: '1' }) }, Thing: { a: ({ f }: Fields) => `a of ${f}`, other: () => 1 } },
  };
  const second: SmallSubgraphParts = {
    name: 'second',
    sdl: `type Query { same: Thing } type Thing @key(fields: "id") { id: ID! f: String a: String @external b: String @requires(fields: "a") }`,
    resolvers: {
      Query: { same: () => ({ id: '1', f: 'f' }) },
      Thing: { __resolveReference: (reference: Fields) => ({ ...reference, f: 'f' }), b: ({ a }: Fields) => `b of ${a}` },
    },
  };
  const { ask } = standing(first, second);

  test('is refused, not worked out from nothing', async () => {
    const { data, errors } = await ask('{ thing { other b } }');
    expect(data).toBeNull();
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['INTERNAL', expect.stringMatching(/rests on others in a way that we cannot follow/)],
    ]);
  });

  test('is answered on any other way', async () => {
    const { data, errors } = await ask('{ same { other b a } thing { a other } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ same: { other: 1, b: 'b of a of f', a: 'a of f' }, thing: { a: 'a of f', other: 1 } });
  });
});

// The planner asks the part that only names a field for it, as if it had it; without a second look the answer is worked out from null.
describe('a field that another one requires, on a way that begins where both are only named', () => {
  const owner: SmallSubgraphParts = {
    name: 'owner',
    sdl: `type Query { own: Thing } type Thing @key(fields: "id") { id: ID! f: String a: String @external b: String @requires(fields: "a") }`,
    resolvers: {
      Query: { own: () => ({ id: '1', f: 'f' }) },
      Thing: { __resolveReference: (reference: Fields) => ({ f: 'f', ...reference }), b: ({ a }: Fields) => `b of ${a}` },
    },
  };
  const lister: SmallSubgraphParts = {
    name: 'lister',
    sdl: `type Query { listed: [Thing] shown: Thing @provides(fields: "f") }
      type Thing @key(fields: "id") { id: ID! f: String @external a: String @external both: String @requires(fields: "f a") }`,
    resolvers: { Query: { listed: () => [{ id: '1' }], shown: () => ({ id: '1', f: 'shown f' }) } },
  };
  const worker: SmallSubgraphParts = {
    name: 'worker',
    sdl: `type Thing @key(fields: "id") { id: ID! f: String @external a: String @requires(fields: "f") }`,
    resolvers: { Thing: { a: ({ f }: Fields) => `a of ${f}` } },
  };
  const { ask } = standing({ ...owner, sdl: owner.sdl.replace('f: String ', 'f: String @shareable ') }, lister, worker);

  test('is asked of who has it', async () => {
    const { data, errors } = await ask('{ listed { b id } shown { b f } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ listed: [{ b: 'b of a of f', id: '1' }], shown: { b: 'b of a of f', f: 'f' } });
  });

  test('is refused where the part that names it has to know it as well, not worked out from nothing', async () => {
    const { data, errors } = await ask('{ listed { b both } }');
    expect(data).toBeNull();
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['INTERNAL', expect.stringMatching(/rests on others in a way that we cannot follow/)],
    ]);
  });

  test('is answered on any other way, and what a part hands out is taken from there', async () => {
    const { data, errors } = await ask('{ own { b f } shown { f id } listed { id f } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ own: { b: 'b of a of f', f: 'f' }, shown: { f: 'shown f', id: '1' }, listed: [{ id: '1', f: 'f' }] });
  });
});
