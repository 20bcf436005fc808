import type { AttackCase, Expectation } from './shapes.ts';

export type Variables = Readonly<Record<string, unknown>>;
type Line = readonly [title: string, document: string | (() => string), variables?: Variables | (() => Variables), operationName?: unknown];

/** Documents, one a line, numbered in their order. */
export function documents(family: string, expects: Expectation, lines: readonly Line[], at?: AttackCase['at']): AttackCase[] {
  return lines.map(([title, document, variables, operationName], index) => ({
    id: `${family}.${index + 1}`,
    title,
    expects,
    at,
    body: () => JSON.stringify({ query: value(document), variables: value(variables), operationName }),
  }));
}

/** Bodies as they are, one a line. */
export function bodies(
  family: string,
  expects: Expectation,
  lines: readonly (readonly [string, string | (() => string | Uint8Array)])[],
): AttackCase[] {
  return lines.map(([title, body], index) => ({ id: `${family}.${index + 1}`, title, expects, body: () => value(body) }));
}

/** Values for the one variable of a document. */
export function values(family: string, document: string, expects: Expectation, lines: readonly unknown[]): AttackCase[] {
  return lines.map((line, index) => ({
    id: `${family}.${index + 1}`,
    title: `the value ${shown(line)}`,
    expects,
    body: () => `{"query":${JSON.stringify(document)},"variables":{"value":${line instanceof Written ? line.json : JSON.stringify(line)}}}`,
  }));
}

/** JSON that no JavaScript value would be written as. */
export class Written {
  constructor(readonly json: string) {}
}

export function times(count: number, write: (index: number) => string, between = ' '): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(between);
}

/** A document within itself: `nest(3, 'a { ', 'b', ' }')` is `a { a { a { b } } }`. */
export function nest(depth: number, open: string, innermost: string, close = ' }'): string {
  return open.repeat(depth) + innermost + close.repeat(depth);
}

function value<T>(of: T | (() => T)): T {
  return typeof of === 'function' ? (of as () => T)() : of;
}

function shown(line: unknown): string {
  const text = line instanceof Written ? line.json : (JSON.stringify(line) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length} signs)` : text;
}
