import { parseDecimal } from '@leader/subgraph-kit/values/decimal';
import { plain } from './cell-text.ts';

export type DecimalMark = ',' | '.';

/** A number as plain digits with a point, or why it is none. UNCLEAR: "1,250" may be a thousand or one and a quarter. */
export type WrittenNumber = { readonly digits: string } | { readonly problem: 'UNREADABLE' | 'UNCLEAR' };

/** Reads a number in French or English writing. The mark settles what the number itself leaves open. */
export function readNumber(text: string, mark: DecimalMark | undefined): WrittenNumber {
  const [, sign = '', body = ''] = /^([+\-−]?)\s*(.*)$/su.exec(text.trim()) ?? [];
  const grouped = withoutGroupSpaces(body);
  if (grouped === undefined) return { problem: 'UNREADABLE' };
  const minus = sign === '-' || sign === '−' ? '-' : '';
  const own = grouped.hadSpaces ? (grouped.digits.includes(',') ? ',' : '.') : ownMark(grouped.digits);
  if (own === undefined && mark === undefined) return { problem: 'UNCLEAR' };
  const digits = written(grouped.digits, (own ?? mark) as DecimalMark);
  return digits === undefined ? { problem: 'UNREADABLE' } : { digits: minus + digits };
}

/**
 * Which sign separates the decimals in a column: what its unmistakable numbers show. Undefined when they contradict
 * each other, and for French headings with points only: there "1.250" was a thousand before it was one and a quarter.
 */
export function decimalMarkOf(cells: readonly string[], headingsAreEnglish: boolean): (text: string) => DecimalMark | undefined {
  const shown = new Set(cells.map(unmistakableMark).filter((mark) => mark !== undefined));
  if (shown.size > 1) return () => undefined;
  const [mark] = shown;
  if (mark) return () => mark;
  if (headingsAreEnglish) return () => '.';
  return (text) => (text.includes('.') ? undefined : ',');
}

/** A number in whole minor units: ("1250.5", 5) thousands of euros are 125050000 cents. Undefined when it does not fit. */
export function minorUnits(digits: string, scale: number): bigint | undefined {
  try {
    return parseDecimal(digits, scale);
  } catch {
    return undefined;
  }
}

/** Cuts a unit off behind a number: "4 100 k€", "12,5 ETP". */
export function withoutUnit(text: string): string {
  return plain(text)
    .replace(/\s*(k|m|milliers d'|millions d')?\s*(€|euros?|eur|etp|fte|salaries?)$/u, '')
    .trim();
}

function unmistakableMark(text: string): DecimalMark | undefined {
  const grouped = withoutGroupSpaces(withoutUnit(text).replace(/^[+\-−]/u, ''));
  if (!grouped || !/[.,]/.test(grouped.digits)) return undefined;
  return grouped.hadSpaces ? (grouped.digits.includes(',') ? ',' : '.') : ownMark(grouped.digits);
}

/** Spaces of any width and apostrophes may only stand between groups of three. */
function withoutGroupSpaces(text: string): { digits: string; hadSpaces: boolean } | undefined {
  const narrow = text.replace(/[\s\u00a0\u2007\u2009\u202f'’]/gu, ' ');
  if (!narrow.includes(' ')) return { digits: narrow, hadSpaces: false };
  return /^\d{1,3}( \d{3})+([.,]\d+)?$/.test(narrow) ? { digits: narrow.replaceAll(' ', ''), hadSpaces: true } : undefined;
}

/** The decimal mark a number shows by itself; undefined when one sign stands before exactly three digits. */
function ownMark(digits: string): DecimalMark | undefined {
  const marks = digits.replace(/[^.,]/g, '');
  if (marks === '') return '.';
  const last = marks.at(-1) as DecimalMark;
  const other = last === ',' ? '.' : ',';
  if (marks.includes(other)) return last;
  if (marks.length > 1) return other;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? undefined : last;
}

function written(digits: string, mark: DecimalMark): string | undefined {
  const group = mark === ',' ? '\\.' : ',';
  if (!new RegExp(`^(\\d+|\\d{1,3}(${group}\\d{3})+)(\\${mark}\\d+)?$`).test(digits)) return undefined;
  return digits.replaceAll(mark === ',' ? '.' : ',', '').replace(',', '.');
}
