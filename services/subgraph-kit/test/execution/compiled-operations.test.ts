import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { CompiledOperations } from '../../src/server/compiled-operations.ts';

const schema = buildSchema('type Query { word(n: Int): String } type Subscription { word: String }');

function remembered(...texts: readonly string[]): CompiledOperations {
  const operations = new CompiledOperations(schema);
  for (const text of texts) operations.remember(text, parse(text));
  return operations;
}

test('however many documents come, only those that came last are known', () => {
  const texts = Array.from({ length: 2_000 }, (_, n) => `{ word(n: ${n}) }`);
  const operations = remembered(...texts);
  const known = texts.filter((text) => operations.knows(text));
  expect(known).toEqual(texts.slice(-500));
});

test('a document that is asked for again and again is not forgotten for many that are not', () => {
  const operations = remembered('{ word }');
  for (let n = 0; n < 2_000; n += 1) {
    operations.remember(`{ word(n: ${n}) }`, parse(`{ word(n: ${n}) }`));
    expect(operations.find('{ word }', undefined)).toBeDefined();
  }
});

test('long documents push out more than one, and the longest are not kept at all', () => {
  const long = (n: number) => `{ word(n: ${n}) ${' '.repeat(60_000)} }`;
  const texts = Array.from({ length: 100 }, (_, n) => long(n));
  const operations = remembered(...texts);
  expect(texts.filter((text) => operations.knows(text)).length).toBeLessThan(20);
  expect(remembered(long(1) + ' '.repeat(60_000)).knows(long(1) + ' '.repeat(60_000))).toBe(false);
});

test('what asks about the schema, subscribes, or means none of several operations is left to the library', () => {
  const [schemaToo, two, subscription] = [
    '{ word __schema { types { name } } }',
    'query A { word } query B { word }',
    'subscription { word }',
  ];
  const operations = remembered(schemaToo, two, subscription);
  expect(operations.find(schemaToo, undefined)).toBeUndefined();
  expect(operations.find(subscription, undefined)).toBeUndefined();
  expect(operations.find(two, undefined)).toBeUndefined();
  expect(operations.find(two, 'C')).toBeUndefined();
  expect(operations.find(two, 'B')?.operation.name?.value).toBe('B');
});
