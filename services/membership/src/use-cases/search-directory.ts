import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { withoutSeparators } from '@leader/subgraph-kit/values/registration-numbers';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from './sentences.ts';
import type { DirectorySearch } from './views.ts';

const longestSearch = 200;
/** Fewer signs are in too many numbers, and the index knows pieces of three. */
const numberShape = /^\d[\dA-Z]{2,17}$/;

/**
 * Reads what someone typed into the search: a piece of a number or code when it begins with a digit, words otherwise.
 *
 * @throws InvalidInput when it is too long to be a search.
 */
export function readSearch(typed: string | null | undefined, viewer: Viewer): DirectorySearch | null {
  if (typed && typed.length > longestSearch) throw new InvalidInput(say('SEARCH_TOO_LONG', viewer));
  // Signs that steer text, such as the marks of writing direction, are in no name.
  const text = (typed ?? '').normalize('NFKC').replace(/\p{C}/gu, ' ').trim();
  if (text === '') return null;
  const number = withoutSeparators(text);
  return numberShape.test(number) ? { number } : { words: text };
}

/** @throws InvalidInput for "9" or "Tarn": a department is a code of two signs. */
export function readDepartment(department: string | null | undefined, viewer: Viewer): string | null {
  if (department == null) return null;
  if (/^(\d{2}|2[AB]|97\d)$/.test(department)) return department;
  throw new InvalidInput(say('NOT_A_DEPARTMENT', viewer));
}

/** @throws InvalidInput for a day that has not come. */
export function dayAskedAbout(asOf: LocalDate | null | undefined, today: LocalDate, viewer: Viewer): LocalDate {
  if (asOf == null) return today;
  if (asOf > today) throw new InvalidInput(say('FUTURE_UNKNOWN', viewer));
  return asOf;
}

/** @throws InvalidInput for a day of knowledge that has not come, or that lies before the day it is about. */
export function dayOfKnowledge(knownAt: LocalDate | null | undefined, day: LocalDate, today: LocalDate, viewer: Viewer): LocalDate {
  const known = dayAskedAbout(knownAt ?? day, today, viewer);
  if (known < day) throw new InvalidInput(say('KNOWN_BEFORE_IT_WAS', viewer));
  return known;
}

/** @throws InvalidInput for more days than a year has. */
export function readDaysAhead(days: number | null | undefined, viewer: Viewer): number {
  if (days == null) return 30;
  if (days < 0 || days > 366) throw new InvalidInput(say('DAYS_AHEAD_UNREADABLE', viewer));
  return days;
}
