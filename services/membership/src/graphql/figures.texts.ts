import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { CorrectionRefusal, DeclarationRefusal } from '../domain/figures-report.ts';

/** Why figures are not taken, and what to do. */
export const figuresTexts: Readonly<Record<DeclarationRefusal | CorrectionRefusal, Texts>> = {
  CLOSES_IN_THE_FUTURE: {
    fr: 'Cet exercice n’est pas clos : déclarez-le après sa clôture.',
    en: 'This fiscal year has not closed yet: declare it once it has.',
  },
  CLOSED_BEFORE_1950: {
    fr: 'Cet exercice est trop ancien : vérifiez la date de clôture.',
    en: 'This year is too long ago: check the closing day.',
  },
  YEAR_TOO_LONG: {
    fr: 'Un exercice dure de 1 à 24 mois : vérifiez sa durée.',
    en: 'A fiscal year has 1 to 24 months: check its length.',
  },
  NEGATIVE_VALUE: {
    fr: 'Un chiffre est négatif : aucun de ceux-ci ne peut l’être.',
    en: 'A figure is negative: none of these can be.',
  },
  EXPORT_EXCEEDS_TURNOVER: {
    fr: 'Le chiffre d’affaires à l’export dépasse le chiffre d’affaires : vérifiez les deux.',
    en: 'The export turnover is more than the turnover: check both.',
  },
  NOTHING_STATED: { fr: 'Aucun chiffre n’est donné : donnez-en au moins un.', en: 'No figure is given: give at least one.' },
  SOURCE_NOT_YOURS: {
    fr: 'Une entreprise déclare ses chiffres ; les comptes déposés ou certifiés sont saisis par son antenne : envoyez-les-lui.',
    en: 'A company declares its figures; filed and audited accounts are entered by its branch: send them there.',
  },
  OVERLAPS_ANOTHER_YEAR: {
    fr: 'Cet exercice en recouvre un autre qui est connu : vérifiez la clôture et la durée.',
    en: 'This fiscal year overlaps another one that is known: check the closing day and the length.',
  },
  YEAR_KNOWN_ALREADY: {
    fr: 'Les chiffres de cet exercice sont connus : corrigez-les (correctFigures).',
    en: 'The figures of this year are known: correct them (correctFigures).',
  },
  YEAR_NOT_KNOWN: {
    fr: 'Aucun chiffre de cet exercice n’est connu : déclarez-le (declareFigures).',
    en: 'No figures of this year are known: declare them (declareFigures).',
  },
  NOTHING_CORRECTED: { fr: 'Ces chiffres sont déjà connus ainsi.', en: 'These figures are known like this already.' },
  SOURCE_IS_WEAKER: {
    fr: 'Ce qui est connu vient d’une source plus sûre : corrigez-le d’après une source aussi sûre.',
    en: 'What is known comes from a stronger source: correct it by one that is as strong.',
  },
};
