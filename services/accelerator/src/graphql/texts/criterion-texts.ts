import type { Texts } from '@leader/subgraph-kit/graph/texts';
import { shortMoney } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { Comparison, Criterion, TurnoverCriterion } from '../../domain/criterion.ts';
import { months, sizesAsChoice, years } from './words.ts';

/** The rule as a sentence. */
export function criterionText(criterion: Criterion, language: Language): string {
  switch (criterion.kind) {
    case 'TURNOVER':
      return {
        fr: `Chiffre d'affaires du dernier exercice clos : ${bound(criterion, 'fr')}`,
        en: `Turnover of the last closed year: ${bound(criterion, 'en')}`,
      }[language];
    case 'SIZE_CATEGORY':
      return {
        fr: `Catégorie de taille (décret 2008-1354) : ${sizesAsChoice([criterion.threshold], 'fr')}`,
        en: `Size category (decree 2008-1354): ${sizesAsChoice([criterion.threshold], 'en')}`,
      }[language];
    case 'COMPANY_AGE':
      return {
        fr: `Entreprise créée il y a au moins ${years(criterion.threshold, 'fr')}`,
        en: `Company founded at least ${years(criterion.threshold, 'en')} ago`,
      }[language];
    case 'FIGURES_AGE':
      return {
        fr: `Chiffres d'un exercice clos depuis ${months(criterion.threshold, 'fr')} au plus`,
        en: `Figures of a year closed at most ${months(criterion.threshold, 'en')} ago`,
      }[language];
    case 'COLLECTIVE_PROCEEDINGS':
    case 'MEMBERSHIP':
    case 'AUDIT':
      return plain[criterion.kind][language];
  }
}

const plain = {
  COLLECTIVE_PROCEEDINGS: { fr: 'Pas de procédure collective en cours', en: 'No collective proceedings under way' },
  MEMBERSHIP: { fr: 'Membre du réseau au démarrage', en: 'Member of the network at the start' },
  AUDIT: {
    fr: "Entreprise structurée, constat de l'audit avant le démarrage",
    en: 'Structured company, as the audit before the start finds',
  },
} as const satisfies Record<string, Texts>;

/** The limit as it continues a sentence: "more than 3 M€". */
export function bound({ operator, threshold }: TurnoverCriterion, language: Language): string {
  return `${comparisons[operator][language]} ${shortMoney(threshold, language)}`;
}

const comparisons = {
  MORE_THAN: { fr: 'plus de', en: 'more than' },
  AT_LEAST: { fr: 'au moins', en: 'at least' },
  LESS_THAN: { fr: 'moins de', en: 'less than' },
  AT_MOST: { fr: 'au plus', en: 'at most' },
} as const satisfies Record<Comparison, Texts>;
