import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

/** What shows what a company does for people and the environment. VSME: the European standard for reports of small companies. */
export const responsibilityKinds = ['IMPACT_SCORE', 'VSME_BASIC', 'VSME_COMPREHENSIVE', 'LABEL'] as const;
export type ResponsibilityKind = (typeof responsibilityKinds)[number];

export const responsibilitySources = ['DECLARED', 'PUBLISHED', 'AUDITED'] as const;
export type ResponsibilitySource = (typeof responsibilitySources)[number];

export const responsibilityRefusals = [
  'SCORE_MISSING',
  'SCORE_OUT_OF_RANGE',
  'SCORE_WITHOUT_IMPACT_SCORE',
  'LABEL_UNNAMED',
  'NAME_WITHOUT_LABEL',
  'STATED_IN_THE_FUTURE',
  'VALID_UNTIL_BEFORE_STATED',
  'SOURCE_NOT_YOURS',
  'FACT_KNOWN_ALREADY',
] as const;
export type ResponsibilityRefusal = (typeof responsibilityRefusals)[number];

/** One fact with its day and its source. A newer one stands beside it; nothing is written over. */
export interface ResponsibilityFact {
  readonly kind: ResponsibilityKind;
  /** Of 100, for an Impact Score alone. */
  readonly score: number | null;
  /** Of a label alone. */
  readonly name: string | null;
  readonly statedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly source: ResponsibilitySource;
}

/** A company shows what it does. What it says itself is declared; that something was published or audited its branch says. */
export function recordResponsibility(
  fact: ResponsibilityFact,
  { isTheCompany }: { readonly isTheCompany: boolean },
  today: LocalDate,
): Decision<ResponsibilityRefusal, ResponsibilityFact> {
  const { kind, score, name, statedOn, validUntil, source } = fact;
  if (kind === 'IMPACT_SCORE' && score === null) return refuse('SCORE_MISSING');
  if (score !== null && kind !== 'IMPACT_SCORE') return refuse('SCORE_WITHOUT_IMPACT_SCORE');
  if (score !== null && !(score >= 0 && score <= 100)) return refuse('SCORE_OUT_OF_RANGE');
  if (kind === 'LABEL' && name === null) return refuse('LABEL_UNNAMED');
  if (kind !== 'LABEL' && name !== null) return refuse('NAME_WITHOUT_LABEL');
  if (statedOn > today) return refuse('STATED_IN_THE_FUTURE');
  if (validUntil !== null && validUntil < statedOn) return refuse('VALID_UNTIL_BEFORE_STATED');
  if (isTheCompany && source !== 'DECLARED') return refuse('SOURCE_NOT_YOURS');
  return accept(fact);
}
