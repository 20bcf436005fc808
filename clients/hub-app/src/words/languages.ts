import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './words.ts';

export const languages = ['fr', 'en', 'ar'] as const;
export type Language = (typeof languages)[number];

export const words: Readonly<Record<Language, Words>> = { fr, en, ar };

/** The language that the reader's browser wishes most, of those there are. */
export function preferredLanguage(acceptLanguage: string | undefined, otherwise: Language): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { tag: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes.filter(({ tag, weight }) => isLanguage(tag) && weight > 0).toSorted((left, right) => right.weight - left.weight)[0];
  return best && isLanguage(best.tag) ? best.tag : otherwise;
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
