import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../../src/supergraph/fitness.ts';
import { standing } from '../support/networks.ts';
import { refusing } from '../support/refusing.ts';
import { composed, placesOf } from '../support/small-network.ts';
import { SmallSubgraph, type SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const shop: SmallSubgraphParts = {
  name: 'shop',
  sdl: `
    type Query { lamp: Lamp lamps: [Lamp] }
    enum Currency { EUR USD }
    type Lamp @key(fields: "id") {
      id: ID! name: String watts: Int hours: Int
      price(in: Currency = EUR): Int
      box: Box parts: [Part]
      maker: Maker
    }
    type Box { width: Int height: Int }
    type Part { grams: Int }
    union Maker = Person | Firm
    type Person { name: String }
    type Firm { title: String }
  `,
  resolvers: {
    Query: { lamp: () => lamps[0], lamps: () => lamps },
    Lamp: {
      __resolveReference: ({ id }: Fields) => lamps.find((lamp) => lamp.id === id),
      price: ({ id }: Fields, { in: currency }: Fields) => (currency === 'USD' ? 200 : 100) + Number(id),
      watts: refusing('watts'),
      box: refusing('box'),
    },
    Maker: { __resolveType: (maker: Fields) => ('title' in maker ? 'Firm' : 'Person') },
  },
};
const lamps = [
  { id: '1', name: 'Desk', watts: 40, hours: 2, box: { width: 3, height: 4 }, parts: [{ grams: 1 }, { grams: 2 }], maker: { name: 'Ada' } },
  { id: '2', name: 'Floor', watts: null, hours: 3, box: null, parts: null, maker: { title: 'Lux' } },
  { id: '3', name: 'Wall', watts: new Error('FORBIDDEN'), hours: 4, box: new Error('FORBIDDEN'), parts: [null], maker: null },
];

const tax: SmallSubgraphParts = {
  name: 'tax',
  sdl: `
    enum Currency { EUR USD }
    type Lamp @key(fields: "id") {
      id: ID!
      price(in: Currency = EUR): Int @external watts: Int @external box: Box @external parts: [Part] @external maker: Maker @external
      vat: String @requires(fields: "price")
      used: String @requires(fields: "watts")
      volume: String @requires(fields: "box { width height }")
      weight: String @requires(fields: "parts { grams }")
      made: String @requires(fields: "maker { __typename ... on Person { name } ... on Firm { title } }")
      rate: Int
    }
    type Box @external { width: Int height: Int }
    type Part @external { grams: Int }
    union Maker = Person | Firm
    type Person @external { name: String }
    type Firm @external { title: String }
  `,
  resolvers: {
    Lamp: {
      vat: ({ price }: Fields) => `on ${price}`,
      used: ({ watts }: Fields) => `uses ${JSON.stringify(watts)}`,
      volume: ({ box }: Fields) => `fills ${JSON.stringify(box)}`,
      weight: ({ parts }: Fields) => `weighs ${JSON.stringify(parts)}`,
      made: ({ maker }: Fields) => `by ${JSON.stringify(maker)}`,
      rate: () => 20,
    },
  },
};

describe('a field that requires others', () => {
  const { ask } = standing(shop, tax);

  test('gets them of every shape: objects, lists, members of a union', async () => {
    const { data, errors } = await ask('{ lamp { vat used volume weight made } }');
    expect(errors).toEqual([]);
    expect(data.lamp).toEqual({
      vat: 'on 101',
      used: 'uses 40',
      volume: 'fills {"width":3,"height":4}',
      weight: 'weighs [{"grams":1},{"grams":2}]',
      made: 'by {"__typename":"Person","name":"Ada"}',
    });
  });

  test('is asked with null where null is the truth, at any depth', async () => {
    const { data, errors } = await ask('{ lamps { used volume weight made @skip(if: false) } }');
    expect(data.lamps[1]).toEqual({
      used: 'uses null',
      volume: 'fills null',
      weight: 'weighs null',
      made: 'by {"__typename":"Firm","title":"Lux"}',
    });
    expect(data.lamps[2]).toEqual({ used: null, volume: null, weight: 'weighs [null]', made: 'by null' });
    expect(errors.map(({ path }) => path)).toEqual([
      ['lamps', 2, 'used'],
      ['lamps', 2, 'volume'],
    ]);
  });

  // Were null passed on, the subgraph would compute with what is not true.
  test('is not asked where an input was lost, while its neighbours are', async () => {
    const answer = await ask('{ lamps { rate used } }');
    expect(answer.data.lamps).toEqual([
      { rate: 20, used: 'uses 40' },
      { rate: 20, used: 'uses null' },
      { rate: 20, used: null },
    ]);
    expect(placesOf(answer)).toEqual(['lamps.2.used: FORBIDDEN']);
  });

  test('gets the input by its own name, whatever the client calls other things', async () => {
    const { data, errors } = await ask('{ lamp { watts: hours box: name used volume id: name } }');
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(data.lamp).toEqual({
      ...{ watts: 2, box: 'Desk', id: 'Desk' },
      ...{ used: 'uses 40', volume: 'fills {"width":3,"height":4}' },
    });
  });

  test('cannot do with a thing whose type is called something else: the alias is refused', async () => {
    const answer = await ask('{ lamp { __typename: name used } }');
    expect(answer.errors.map(({ message }) => message)).toEqual([
      'A field is called "__typename" by an alias. That name always tells the type: choose another one.',
    ]);
  });

  test('gets the input under its own arguments, not under those of the client', async () => {
    const { data, errors } = await ask('{ lamp { price(in: USD) vat } }');
    expect(errors).toEqual([]);
    expect(data.lamp).toEqual({ price: 201, vat: 'on 101' });
  });

  test('gets the input under its own arguments where the client asks for the field twice', async () => {
    const { data, errors } = await ask('query ($in: Currency) { lamp { dear: price(in: $in) price vat } }', { variables: { in: 'USD' } });
    expect(errors).toEqual([]);
    expect(data.lamp).toEqual({ dear: 201, price: 101, vat: 'on 101' });
  });
});

const currencies = 'enum Currency { EUR USD }';
const lampAt = (name: string, fields: string): SmallSubgraphParts => ({
  name,
  sdl: `${currencies} type Lamp @key(fields: "id") { id: ID! price(in: Currency = EUR): Int @external ${fields} }`,
  resolvers: { Lamp: { duty: ({ price }: Fields) => `on ${price}` } },
});

describe('a field that requires another with arguments', () => {
  const { ask } = standing(shop, lampAt('customs', 'duty: String @requires(fields: "price(in: USD)")'));

  test.each([
    ['duty', { duty: 'on 201' }],
    ['duty price', { duty: 'on 201', price: 101 }],
    ['price duty', { price: 101, duty: 'on 201' }],
    ['price(in: EUR) duty', { price: 101, duty: 'on 201' }],
    [
      'price(in: USD) duty asked_price: price asked_asked_price: name',
      { price: 201, duty: 'on 201', asked_price: 101, asked_asked_price: 'Desk' },
    ],
  ])('gets it under these, whatever the client asks (%s)', async (fields, expected) => {
    const { data, errors } = await ask(`{ lamp { ${fields} } }`);
    expect(errors).toEqual([]);
    expect(data.lamp).toEqual(expected);
  });
});

// The planner writes one of the two and gives it to both: one would be answered wrongly, and nothing would say so.
describe('two fields that require the same field with different arguments', () => {
  const served = (...fields: string[]) => {
    const parts = [shop, ...fields.map((field, index) => lampAt(`customs${index}`, field))];
    const typed = parts.map((part) => new SmallSubgraph(part, { kid: 'none', secret: Buffer.alloc(32) }));
    return refusalOf(
      { supergraph: composed(typed), contracts: new Map() },
      parts.map(({ name }) => name),
    );
  };
  const usd = 'duty: String @requires(fields: "price(in: USD)")';
  const eur = 'excise: String @requires(fields: "price(in: EUR)")';
  const refused = 'Lamp.price is required with different arguments, and nobody could tell the two apart';

  test('cannot be told apart by the planner, so such a graph is not served', () => {
    expect(served(`${usd} ${eur}`)).toBe(refused);
    expect(served(usd, eur)).toBe(refused);
    expect(served(usd, 'vat: String @requires(fields: "price")')).toBe(refused);
  });

  test('are no such thing where the arguments are the same, or those of another field', () => {
    expect(served(usd, usd.replace('duty', 'vat'))).not.toBe(refused);
    expect(served(`${usd} used: String @requires(fields: "box { width }") box: Box @external } type Box @external { width: Int`)).not.toBe(
      refused,
    );
  });
});
