import type { GapType } from '@leader/subgraph-kit/graph/gap.type';
import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { GapCode, KnowledgeGap } from '../domain/knowledge-gaps.ts';

/** The year stands for {year}. */
const gapTexts: Record<GapCode, Texts> = {
  FOUNDED_ON_MISSING: { fr: 'Sa date de création n’est pas connue.', en: 'The day it was founded is not known.' },
  ACTIVITY_MISSING: { fr: 'Son activité n’est pas connue.', en: 'Its activity is not known.' },
  PROCEEDINGS_NOT_CHECKED: {
    fr: 'Personne n’a vérifié si elle est en procédure collective.',
    en: 'Nobody has checked whether it is in insolvency proceedings.',
  },
  NO_FIGURES: { fr: 'Aucun chiffre n’est connu ; ceux de {year} manquent.', en: 'No figures are known; those of {year} are missing.' },
  FIGURES_STALE: {
    fr: 'Les derniers chiffres ont plus de dix-huit mois ; ceux de {year} manquent.',
    en: 'The latest figures are more than eighteen months old; those of {year} are missing.',
  },
  TURNOVER_MISSING: { fr: 'Le chiffre d’affaires de {year} n’est pas connu.', en: 'The turnover of {year} is not known.' },
  EXPORT_TURNOVER_MISSING: {
    fr: 'Le chiffre d’affaires à l’export de {year} n’est pas connu.',
    en: 'The export turnover of {year} is not known.',
  },
  BALANCE_SHEET_MISSING: { fr: 'Le total du bilan de {year} n’est pas connu.', en: 'The balance sheet total of {year} is not known.' },
  FTE_MISSING: { fr: 'L’effectif de {year} n’est pas connu.', en: 'The number of full-time equivalents of {year} is not known.' },
  NOT_IN_EUROS: {
    fr: 'Les montants de {year} ne sont pas en euros : la taille n’est jugée que sur l’effectif.',
    en: 'The amounts of {year} are not in euros: the size is judged by the number of people alone.',
  },
};

export function showGap({ code, year }: KnowledgeGap, language: Language): GapType {
  return { code, message: gapTexts[code][language].replace('{year}', String(year)) };
}
