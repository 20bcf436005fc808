import { plain } from './cell-text.ts';

/** Department of a French post code; undefined when it is none. A few communes are served from next door: only a hint of the seat. */
export function departmentOfPostcode(cell: string): { readonly department: string; readonly restored: boolean } | undefined {
  const digits = cell.replace(/\s/gu, '');
  // 9100 is 09100: the Ariège loses its zero in every spreadsheet.
  const code = /^\d{4}$/.test(digits) ? `0${digits}` : digits;
  if (!/^(0[1-9]|[1-8]\d|9[0-5]|97[1-6])\d+$/.test(code) || code.length !== 5) return undefined;
  const restored = code !== digits;
  if (code.startsWith('20')) return { department: Number(code) < 20200 ? '2A' : '2B', restored };
  return { department: code.slice(0, code.startsWith('97') ? 3 : 2), restored };
}

/** "3030Z" and "30.30 Z" are 30.30Z. Undefined for anything that is no class of the nomenclature's shape. */
export function readActivityCode(cell: string): string | undefined {
  const [, division, rest, letter] = /^(\d{2})[.\s]?(\d{2})\s?([A-Z])$/.exec(cell.toUpperCase()) ?? [];
  return division && `${division}.${rest}${letter}`;
}

/** Whether two towns are the same, with or without capitals, accents, hyphens, CEDEX, and with "Saint" in full or short. */
export function isSameTown(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && comparable(left) === comparable(right);
}

function comparable(town: string): string {
  return plain(town)
    .replace(/\bcedex\b.*$/, '')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/[^a-z]+/g, '');
}
