export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

const place = 'language';

/** French first; whoever once chose English finds English again. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(place) === 'en' ? 'en' : 'fr';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(place, language);
}
