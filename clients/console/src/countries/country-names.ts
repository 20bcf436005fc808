import type { Language } from '../language/language.ts';
import { isoCodes } from './iso-codes.ts';

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** Every country but the reader's own, in the order of their alphabet. */
export function countriesIn(language: Language): readonly NamedCountry[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const countries = isoCodes.filter((code) => code !== 'FR').map((code) => ({ code, name: names.of(code) ?? code }));
  return countries.sort((one, other) => one.name.localeCompare(other.name, language));
}

/** What is typed without accents, capitals or hyphens finds « États-Unis » all the same; two letters find a code. */
export function countryMatches(country: NamedCountry, typed: string): boolean {
  const wanted = plain(typed);
  return wanted === '' || plain(country.name).includes(wanted) || country.code.toLowerCase() === wanted;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
