import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { complete } from './complete.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const schema = buildSchema('type Query { book: Book } type Book { title: String pages(of: String): Int }');
const document = parse('query ($with: Boolean!, $text: String) { book { title @include(if: $with) pages(of: $text) } }');

/** Whatever the caller sent, long texts included, in a request that is over when this returns. */
function ask(withTitle: boolean): WeakRef<object> {
  const coerced = { with: withTitle, text: 'long' };
  const data = { book: { title: 'Roots', pages: 3 } };
  const { data: text } = complete({ schema, whole: schema, document, operationName: undefined, coerced, data });
  expect(JSON.parse(text)).toEqual({ book: withTitle ? { title: 'Roots', pages: 3 } : { pages: 3 } });
  return new WeakRef(coerced);
}

test('what an operation selects is kept for the next request, and nothing of what the first one sent', async () => {
  const sent = [ask(true), ask(false), ask(true)];
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(sent.map((one) => one.deref())).toEqual([undefined, undefined, undefined]);
});
