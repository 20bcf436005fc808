import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { fetchDocument } from './fetch-document.ts';
import { give } from './give.ts';
import type { Data } from './own.ts';

const schema = buildSchema(
  'type Query { book: Book } type Book { id: ID! price: Int shop: Shop shops: [Shop] } type Shop { city: String }',
);
const document = fetchDocument({
  kind: 'Fetch',
  operation: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Book{price shop{city}}}}',
  requires: [],
} as unknown as FetchNode);
const rename: FetchDataRewrite[] = [{ kind: 'KeyRenamer', path: ['price'], renameKeyTo: 'cost' }];
const answer = (): Data => ({ price: 1, shop: { city: 'Albi' }, shops: [{ city: 'Auch' }, null] });

describe('an entity that several positions asked for', () => {
  test.each([[undefined], [rename]])('is an object of its own at each of them, rewrites %j', (rewrites) => {
    const askers: Data[] = [{ id: '1' }, { id: '1' }, { id: '1' }];
    give(schema, rewrites, document, askers, answer());
    const before = structuredClone(askers[1]);
    for (const other of [askers[0], askers[2]] as { shop: Data; shops: Data[] }[]) {
      other.shop['added'] = true;
      (other.shops[0] as Data)['added'] = true;
      other.shops.push({});
    }
    expect(askers[1]).toEqual(before);
    expect(before).toMatchObject({ id: '1', shop: { city: 'Albi' } });
  });

  test('leaves what is known where it brings a null or a loss', () => {
    const lost = new KnownError('INTERNAL', { fr: 'perdu', en: 'lost' });
    const askers: Data[] = [
      { price: 7, shop: { city: 'Foix' }, shops: null },
      { price: 7, shop: { city: 'Foix' }, shops: null },
    ];
    give(schema, undefined, document, askers, { price: null, shop: lost, shops: lost });
    for (const asker of askers) expect(asker).toEqual({ price: 7, shop: { city: 'Foix' }, shops: null });
  });

  test('that could not be had leaves an error with each field that nobody else brought', () => {
    const lost = new KnownError('NOT_FOUND', { fr: 'perdu', en: 'lost' }, ['shop', 'city']);
    const askers: Data[] = [{ price: 7 }, {}];
    give(schema, undefined, document, askers, lost);
    expect(askers).toMatchObject([
      { price: 7, shop: { code: 'NOT_FOUND', below: [] } },
      { price: { code: 'NOT_FOUND' }, shop: { code: 'NOT_FOUND' } },
    ]);
  });
});
