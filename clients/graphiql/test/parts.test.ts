import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { allScopes as scopesOfPersonas } from '@leader/local-stack/personas';
import { buildSchema, parse, validate } from 'graphql';
import { factsOf } from '../src/graph/answer-facts.ts';
import { refusedHeader } from '../src/graph/headers.ts';
import { allScopes, wordsOfScope } from '../src/language/words.ts';

describe('headers that are typed by hand', () => {
  test.each(['authorization', 'Authorization', 'x-network-identity', 'cookie', 'content-type', 'x-request-id'])(
    '%s is not sent',
    (name) => {
      expect(refusedHeader({ 'accept-language': 'en', [name]: 'x' })).toBe(name);
    },
  );

  test('the language of the messages may be', () => {
    expect(refusedHeader({ 'Accept-Language': 'en' })).toBeUndefined();
    expect(refusedHeader({})).toBeUndefined();
  });
});

describe('what is said beside an answer', () => {
  test('the reference of its first error, before the one of the request', () => {
    const body = { data: null, errors: [{ message: 'x' }, { message: 'y', extensions: { reference: 'of-the-error' } }] };
    expect(factsOf(body, new Headers({ 'x-request-id': 'of-the-request' })).reference).toBe('of-the-error');
    expect(factsOf({ data: {} }, new Headers({ 'x-request-id': 'of-the-request' })).reference).toBe('of-the-request');
  });

  test('the cost, as far as the gateway tells it', () => {
    const cost = { requested: 12, actual: 9, available: 988, restoreRate: 50 };
    expect(factsOf({ extensions: { cost } }, new Headers()).cost).toEqual({ requested: 12, actual: 9, available: 988, restored: 50 });
    expect(factsOf({ extensions: { cost: { requested: 'much' } } }, new Headers()).cost?.requested).toBeUndefined();
    expect(factsOf({ data: {} }, new Headers()).cost).toBeUndefined();
  });

  test.each([[null], [[]], ['text'], [{ errors: 'none', extensions: null }]])('nothing, for an answer such as %j', (body) => {
    expect(factsOf(body, new Headers())).toEqual({ reference: undefined, cost: undefined });
  });
});

test('every right that a persona has is explained in French and in English, and can be asked for', () => {
  expect([...allScopes].sort()).toEqual([...scopesOfPersonas].sort());
  for (const scope of allScopes) {
    expect(wordsOfScope(scope, 'fr')).not.toBe(scope);
    expect(wordsOfScope(scope, 'en')).not.toBe(wordsOfScope(scope, 'fr'));
  }
});

test('the example that is open to everybody asks for nothing else', () => {
  const operations = path.resolve(import.meta.dirname, '../../../schema');
  const schema = buildSchema(readFileSync(path.join(operations, 'contracts/public.graphql'), 'utf8'), { assumeValidSDL: true });
  const document = parse(readFileSync(path.join(operations, 'operations/graphiql/open-to-everybody.graphql'), 'utf8'));
  expect(validate(schema, document)).toEqual([]);
});
