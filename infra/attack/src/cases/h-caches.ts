import { createHash } from 'node:crypto';
import { bodies } from './case.ts';
import { harmless, refused } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const query = '{ branches { id } }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const stored = (sha256Hash: unknown, more: object = {}) =>
  JSON.stringify({ ...more, extensions: { persistedQuery: { version: 1, sha256Hash } } });

let unique = 0;
const next = () => {
  unique += 1;
  return unique;
};

/** H: what is kept between requests. */
export const cacheCases: readonly AttackCase[] = [
  ...bodies('H1', refused, [
    ['a hash that nobody stored', stored(hash('nobody'))],
    ['the hash of nothing', stored(hash(''))],
    ['a hash that is none', stored('x')],
    ['a hash that is a number', stored(7)],
    ['a hash that is an object', stored({ toString: 'x' })],
    ['the hash __proto__', stored('__proto__')],
    ['the hash constructor', stored('constructor')],
    ['a hash of 100 KB', () => stored('a'.repeat(100_000))],
    ['a document by its id, in another style', JSON.stringify({ documentId: hash('nobody') })],
    ['a document by its id, in yet another style', JSON.stringify({ id: hash('nobody') })],
    ['a hash with SQL in it', stored("' OR 1=1 --")],
  ]),
  ...bodies('H1b', harmless, [
    ['a document with the hash of another', stored(hash('{ branches { id } }'), { query })],
    ['a document with its own hash, to be stored', stored(hash(query), { query })],
    ['a hash of another version', JSON.stringify({ query, extensions: { persistedQuery: { version: 99, sha256Hash: hash(query) } } })],
  ]),
  ...bodies('H2', harmless, [
    ['a document that nobody sent before', () => JSON.stringify({ query: `{ branches { id } } # ${next()}` })],
    ['an operation that nobody sent before', () => JSON.stringify({ query: `query Q${next()} { branches { id name } }` })],
    [
      'a long document that nobody sent before',
      () => JSON.stringify({ query: `query Q${next()} { branches { id name } } #${'x'.repeat(100_000)}` }),
    ],
    [
      'a selection that nobody sent before',
      () => JSON.stringify({ query: `{ p${next()}: branches { id } b${unique}: viewer { contract } }` }),
    ],
  ]),
];
