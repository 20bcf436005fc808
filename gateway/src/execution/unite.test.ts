import type { FetchNode } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import type { Data } from './own.ts';
import { solelyBrought } from './solely-brought.ts';
import type { Place, PlannedFetch } from './steps.ts';
import { uniteOf } from './unite.ts';

const schema = buildSchema(`
  type Query { books: [Book] shelves: [[Book]] }
  type Book { id: ID! title: String shop: Shop constructor: Shop author: Person }
  type Shop { id: ID! city: String clerks: [Person] }
  type Person { name: String shop: Shop }
`);

function fetch(operation: string, place: Place = [], more: Partial<FetchNode> = {}): PlannedFetch {
  return { node: { kind: 'Fetch', serviceName: 'any', operation, ...more } as unknown as FetchNode, places: [place] };
}

function unite(planned: PlannedFetch, others: readonly PlannedFetch[], answers: readonly unknown[]): Set<Data> {
  const repeated = new Set<Data>();
  uniteOf(schema, planned, solelyBrought({ kind: 'fetch', parts: [planned, ...others] }))?.(answers, repeated);
  return repeated;
}

const whole = fetch(
  '{ books { id title shop { id city clerks { name } } constructor { id } __proto__: shop { id } author { name shop { id city } } } shelves { id title } }',
);
const lost = new KnownError('INTERNAL', { fr: 'perdu', en: 'lost' });
const id = fc.oneof({ weight: 6, arbitrary: fc.constant('1') }, { weight: 1, arbitrary: fc.constantFrom('2', 1, null, undefined, lost) });
const city = fc.oneof({ weight: 6, arbitrary: fc.constant('Albi') }, { weight: 1, arbitrary: fc.constantFrom('Auch', null, lost) });
const clerk = fc.record({ name: fc.constantFrom('Ines', 'Ines', null) });
const shop = fc.option(fc.record({ id, city, clerks: fc.array(clerk, { maxLength: 1 }) }, { requiredKeys: ['id'] }));
const book = fc.record({
  id,
  title: fc.constantFrom('Roots', null),
  shop,
  constructor: shop,
  author: fc.option(fc.record({ name: fc.constant('Lea'), shop })),
});
const answer = fc.record({
  books: fc.array(fc.option(book), { minLength: 3, maxLength: 6 }),
  shelves: fc.array(fc.array(book, { maxLength: 3 })),
});

describe('equal things of an answer', () => {
  test('become one, and the answer says what it said before', () => {
    let united = 0;
    fc.assert(
      fc.property(answer, (made) => {
        // A field that two objects share in the making would be no news.
        const data = copy(made);
        const before = copy(data);
        united += unite(whole, [], [data]).size;
        expect(data).toEqual(before);
      }),
      { numRuns: 300 },
    );
    expect(united).toBeGreaterThan(50);
  });

  test('are one object within a place, also deep inside, and another at another place', () => {
    const shopOf = () => ({ id: '7', city: 'Albi' });
    const bookOf = (of: string): Data => ({ id: of, shop: shopOf(), constructor: shopOf() });
    const [one, three] = [bookOf('1'), bookOf('2')];
    const data = { books: [one, bookOf('1'), three] };
    unite(fetch('{ books { id shop { id city } constructor { id city } } }'), [], [data]);
    expect(data.books[1]).toBe(one);
    expect(three['shop']).toBe(one['shop']);
    expect(three['constructor']).not.toBe(one['shop']);
  });

  test('stay apart where one was lost, or says another thing', () => {
    const books = [{ id: '1', title: lost }, { id: '1', title: null }, { id: '1', title: 'Roots' }, { id: '1' }];
    expect(unite(fetch('{ books { id title } }'), [], [{ books }]).size).toBe(0);
    expect(new Set(books).size).toBe(4);
  });

  test('stay apart where another fetch brings more to the same place', () => {
    const asked = fetch('{ books { id shop { id city } } }');
    const more = fetch(
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Book{shop{clerks{name}}}}}',
      ['books', '@'],
      { requires: [] },
    );
    const books = () => ({ books: ['1', '2'].map((of) => ({ id: of, shop: { id: '7', city: 'Albi' } })) });
    expect(unite(asked, [], [books()]).size).toBe(1);
    expect(unite(asked, [more], [books()]).size).toBe(0);
  });

  test('are found across the entities of an answer, which stay apart themselves', () => {
    const planned = fetch(
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Book{id shop{id}}}}',
      ['books', '@'],
      { requires: [] },
    );
    const entities = [{ id: '1', shop: { id: '7' } }, null, lost, { id: '1', shop: { id: '7' } }];
    unite(planned, [], entities);
    const [first, , , last] = entities as [Data, null, Error, Data];
    expect(last).not.toBe(first);
    expect(last['shop']).toBe(first['shop']);
  });

  test('never reach what an object merely inherits', () => {
    const books = [{ id: '1' }, { id: '2' }];
    unite(fetch('{ books { id __proto__: shop { id } constructor { id } } }'), [], [{ books }]);
    expect(books).toEqual([{ id: '1' }, { id: '2' }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

function copy<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)])) as Value;
}
