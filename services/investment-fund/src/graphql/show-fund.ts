import { formatDecimal } from '@leader/subgraph-kit/values/decimal';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { Criterion } from '../domain/criteria.ts';
import { statusOn } from '../domain/fund-status.ts';
import type { FundView, PublishedCriteria, PublishedCriterion, PublishedStatusChange } from '../use-cases/views.ts';
import { statusMeanings } from './texts.ts';
import type { FundType } from './types/fund.type.ts';
import type { CriterionUnit, FundCriteriaVersionType, FundCriterionType } from './types/fund-criteria.type.ts';

/** Shows the fund of a day in the language of the request. */
export function showFund(fund: FundView, day: LocalDate, language: Language): FundType {
  const current = statusOn(fund.statusHistory, day) as PublishedStatusChange;
  return {
    id: encodeId('fund', fund.id),
    name: fund.name[language],
    thesis: fund.thesis[language],
    announcedOn: (fund.statusHistory[0] as PublishedStatusChange).since,
    asOf: day,
    status: current.status,
    statusSince: current.since,
    statusMeaning: statusMeanings[current.status][language],
    statusHistory: fund.statusHistory.map(({ status, since, note, source }) => ({ status, since, note: note[language], source })),
    partners: fund.partners.map(({ role, name, since }) => ({ role, name: name[language], since })),
    criteriaVersion: fund.criteria && showVersion(fund.criteria, language),
    criteria: fund.criteria?.criteria.map((criterion) => showCriterion(criterion, language)) ?? [],
  };
}

export function showVersion(
  { number, validFrom, validTo, figuresMaxAgeMonths, source }: PublishedCriteria,
  language: Language,
): FundCriteriaVersionType {
  return { number, validFrom, validTo, figuresMaxAgeMonths, source: source[language] };
}

export function showCriterion(criterion: PublishedCriterion, language: Language): FundCriterionType {
  const { kind, weight, name, explanation } = criterion;
  const asked = askedBy(criterion);
  return {
    kind,
    weight,
    name: name[language],
    explanation: explanation[language],
    canCountAgainst: kind !== 'CLASSICAL_REFUSAL',
    threshold: asked?.threshold ?? null,
    unit: units[kind],
    overYears: asked?.overYears ?? null,
  };
}

export const units = {
  INDUSTRIAL: 'NACE_SECTION',
  ANCHORED: 'DEPARTMENT',
  LONG_TERM_JOBS: 'PERCENT',
  GROWTH: 'PERCENT',
  CLASSICAL_REFUSAL: null,
} as const satisfies Record<Criterion['kind'], CriterionUnit | null>;

function askedBy(criterion: Criterion): { threshold: string; overYears: number | null } | null {
  if (criterion.kind === 'CLASSICAL_REFUSAL') return null;
  if ('accepted' in criterion) return { threshold: criterion.accepted.join(', '), overYears: null };
  return { threshold: formatDecimal(criterion.minimumChange, 1), overYears: criterion.overYears };
}
