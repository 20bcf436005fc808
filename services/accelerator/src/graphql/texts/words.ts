import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { MembershipStatus } from '../../domain/company-facts.ts';
import type { SizeCategory } from '../../domain/criterion.ts';

// Making a formatter costs more than using it a hundred times.
const days = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};
const choices = { fr: new Intl.ListFormat('fr', { type: 'disjunction' }), en: new Intl.ListFormat('en', { type: 'disjunction' }) };

/** A day as people write it: "31 December 2025", « 31 décembre 2025 ». */
export function day(date: LocalDate, language: Language): string {
  return days[language].format(new Date(date));
}

const sizes = {
  MIC: { fr: 'micro', en: 'micro' },
  PME: { fr: 'PME', en: 'PME' },
  ETI: { fr: 'ETI', en: 'ETI' },
  GE: { fr: 'grande entreprise', en: 'large' },
} as const satisfies Record<SizeCategory, Texts>;

/** Size categories as alternatives: "micro or PME", « micro ou PME ». */
export function sizesAsChoice(categories: readonly SizeCategory[], language: Language): string {
  return choices[language].format(categories.map((category) => sizes[category][language]));
}

export const endedMembership = {
  LAPSED: { fr: "l'adhésion est arrivée à son terme", en: 'the membership has lapsed' },
  SUSPENDED: { fr: "l'adhésion est suspendue", en: 'the membership is suspended' },
  RESIGNED: { fr: "l'entreprise a quitté le réseau", en: 'the company has left the network' },
  EXCLUDED: { fr: "l'adhésion a pris fin", en: 'the membership was ended' },
} as const satisfies Partial<Record<MembershipStatus, Texts>>;

/** One thing or several: months(1) is "1 month". French « mois » never changes. */
export function months(count: number, language: Language): string {
  if (language === 'fr') return `${count} mois`;
  return count === 1 ? '1 month' : `${count} months`;
}

export function years(count: number, language: Language): string {
  if (language === 'fr') return count < 2 ? `${count} an` : `${count} ans`;
  return count === 1 ? '1 year' : `${count} years`;
}
