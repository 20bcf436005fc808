import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { type Formats, formatsOf } from './formats.ts';
import { fr } from './fr.ts';
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts';
import type { Words } from './words.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  readonly formats: Formats;
  readonly speak: (language: Language) => void;
}

const dictionaries: Record<Language, Words> = { fr, en };
const SpokenContext = createContext<Spoken | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      words: dictionaries[language],
      formats: formatsOf(language),
      speak: (chosen) => {
        rememberLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useLanguage(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error('useLanguage is for components inside LanguageProvider.');
  return spoken;
}
