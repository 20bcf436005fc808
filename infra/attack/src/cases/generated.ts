import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Chance, chanceOf } from './chance.ts';
import { harmless } from './expectation.ts';
import type { AttackCase } from './shapes.ts';

const operations = path.resolve(import.meta.dirname, '../../../../schema/operations');

/** What stands in a good document is put out of place: words, numbers, texts, brackets. Never a mutation, which might be right by chance. */
const nasty = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '@',
  '!',
  '$',
  ':',
  '=',
  '|',
  '&',
  '"',
  '"""',
  '#',
  '\\',
  '\u0000',
  '\ud800',
  '\ufeff',
  '\n',
  '😀',
  'null',
  'true',
  '-1',
  '0',
  '1e308',
  '99999999999999999999',
  '2147483648',
  '""',
  '"\\u0000"',
  '[]',
  '{}',
  '__typename',
  '__schema { types { name } }',
  '__proto__',
  'constructor',
  '...F',
  'fragment F on Query { programs { id } }',
  '@include(if: false)',
  '@skip(if: $x)',
  'first: 2147483647',
  'subscription',
];
const nastyValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 31,
  '',
  'infinity',
  'now',
  '2026-02-30',
  'ZZ',
  '\u0000',
  '\ud800',
  '%_%',
  "' OR 1=1 --",
  [],
  [[]],
  {},
  { a: { b: 1 } },
  ['MA', 'US'],
  'x'.repeat(5_000),
  'company_00000000000000000000000000',
];

/** Bad inputs by chance: the same for the same seed. */
export function generatedCases(seed: number, count: number, named: readonly AttackCase[]): AttackCase[] {
  const good = goodDocuments();
  const documents = [
    ...good,
    ...named.filter((one) => !one.message && !one.pieces && !one.entry && !one.authorization && !one.id.startsWith('H2')).map(documentOf),
  ].filter((text): text is string => text !== undefined && text.length < 5_000 && !/\bmutation\b/.test(text));
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceOf(seed * 100_003 + index);
    const body = bodyBy(chance, chance.pick(documents));
    return { id: `X${seed}.${index + 1}`, title: 'by chance', expects: harmless, body: () => body, way: chance.below(1_000) };
  });
}

function bodyBy(chance: Chance, document: string): string {
  let text = document;
  for (let change = chance.below(4); change >= 0; change -= 1) text = changed(chance, text);
  // A word of the change may have made one of it.
  const query = text.replace(/\bmutation\b/g, 'query');
  const variables = Object.fromEntries(
    ['country', 'companyId', 'search', 'first', 'after', 'from', 'to', 'asOf', 'value'].map((name) => [name, chance.pick(nastyValues)]),
  );
  const body = JSON.stringify({
    query,
    ...(chance.below(3) > 0 && { variables }),
    ...(chance.below(8) === 0 && { operationName: chance.pick(nastyValues) }),
  });
  return chance.below(10) === 0 ? body.slice(0, chance.below(body.length) + 1) : body;
}

function changed(chance: Chance, text: string): string {
  const words = text.split(/(\s+|[{}()[\]:!$@",|&=])/).filter((word) => word !== '');
  const at = chance.below(words.length);
  const kinds = [
    () => [...words.slice(0, at), ...words.slice(at + 1)],
    () => [...words.slice(0, at), words[at], ' ', words[at], ...words.slice(at + 1)],
    () => [...words.slice(0, at), chance.pick(nasty), ...words.slice(at)],
    () => [...words.slice(0, at), chance.pick(nasty), ...words.slice(at + 1)],
    () => [...words.slice(0, at), ...words.slice(at + 1, at + 1 + chance.below(10)).reverse(), ...words.slice(at)],
    () => [...words.slice(0, at), ...words.slice(at, at + chance.below(20)), ...words.slice(at)],
  ];
  return chance.pick(kinds)().join('');
}

function goodDocuments(): string[] {
  return readdirSync(operations, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(path.join(operations, file), 'utf8'));
}

function documentOf(one: AttackCase): string | undefined {
  try {
    const { query } = JSON.parse(String(one.body())) as { query?: unknown };
    return typeof query === 'string' ? query : undefined;
  } catch {
    return undefined;
  }
}
