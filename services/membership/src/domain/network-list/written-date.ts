import { type LocalDate, parseLocalDate } from '@leader/subgraph-kit/values/local-date';

/** Reads 31/12/2018, 31.12.2018, 31-12-18 (day first, as in France) or 2018-12-31. Undefined for a day that never was. */
export function readDate(text: string): LocalDate | undefined {
  const day = text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const [, dd = '', mm = '', yy = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(day) ?? [];
  const iso = dd === '' ? day : `${yy.length === 2 ? `20${yy}` : yy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  try {
    const date = parseLocalDate(iso);
    // Nobody closed a year, or was founded, before that: a slip of the pen such as 0218.
    return date >= '1700-01-01' ? date : undefined;
  } catch {
    return undefined;
  }
}
