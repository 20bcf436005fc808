import { remembered } from '../http/remembered.ts';

export type Language = 'fr' | 'en';

/** Chooses between French and English by an Accept-Language header; English when neither is wanted or nothing is said. */
export const preferredLanguage = remembered((header): Language => {
  const wishes = (header ?? '').slice(0, 500).split(',').map(readWish);
  const best = (language: Language) => Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.weight));
  return best('fr') > best('en') ? 'fr' : 'en';
});

function readWish(text: string): { language: string; weight: number } {
  const [range = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: range.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
