import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { TellingApartRefusal } from '../../domain/duplicates/telling-apart.ts';

/** Why companies are not told apart, and what to do. */
export const tellingApartTexts: Readonly<Record<TellingApartRefusal, Texts>> = {
  SAME_COMPANY: { fr: 'C’est la même entreprise : nommez l’autre.', en: 'This is the same company: name the other one.' },
  TOLD_APART_ALREADY: {
    fr: 'Quelqu’un a déjà dit que ce sont deux entreprises.',
    en: 'Somebody said already that these are two companies.',
  },
  REASON_MISSING: {
    fr: 'Dites à quoi vous le voyez, par exemple deux SIREN dans le répertoire.',
    en: 'Say what shows it, for example two numbers in the register.',
  },
};
