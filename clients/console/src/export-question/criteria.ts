import type { Formats } from '../language/formats.ts';
import type { Words } from '../language/words.ts';
import type { Eligibility, FundFit } from './answer.ts';

export type Result = 'PASS' | 'FAIL' | 'UNKNOWN';

/** One criterion as it is shown, whoever judged it. */
export interface JudgedCriterion {
  readonly key: string;
  readonly label: string;
  readonly result: Result;
  readonly message: string;
  readonly value: string | undefined;
  readonly threshold: string | undefined;
  /** End of the closed year that was looked at. */
  readonly closedOn: string | undefined;
  readonly source: string | undefined;
}

type EligibilityCriterion = Eligibility['criteria'][number];

/** The criteria that decide today, apart from those settled before the start. */
export function eligibilityCriteria(
  { criteria }: Eligibility,
  stage: EligibilityCriterion['stage'],
  words: Words,
  formats: Formats,
): JudgedCriterion[] {
  return criteria
    .filter((criterion) => criterion.stage === stage)
    .map((criterion) => ({
      key: criterion.kind,
      label: words.criteria.ofAccelerator[criterion.kind],
      result: criterion.result,
      message: criterion.message,
      value: measured(criterion.value, criterion.unit, words, formats),
      threshold: bounded(criterion.operator, measured(criterion.threshold, criterion.unit, words, formats), words),
      closedOn: criterion.closedOn ?? undefined,
      source: sourceOf(criterion.figuresSource, words),
    }));
}

export function fundCriteria({ criteria }: FundFit, words: Words, formats: Formats): JudgedCriterion[] {
  return criteria.map((criterion) => ({
    key: criterion.kind,
    label: criterion.name,
    result: criterion.result,
    message: criterion.message,
    value: measured(criterion.value, criterion.unit, words, formats),
    threshold: bounded(
      criterion.unit === 'PERCENT' ? 'AT_LEAST' : 'IS',
      measured(criterion.threshold, criterion.unit, words, formats),
      words,
    ),
    closedOn: criterion.closedOn ?? undefined,
    source: sourceOf(criterion.source, words),
  }));
}

/** A value as its unit wants it read; statuses are told by the sentence beside it. */
function measured(value: string | null | undefined, unit: string | null | undefined, words: Words, formats: Formats): string | undefined {
  if (!value || !unit || unit === 'STATUS') return undefined;
  if (unit === 'MONTHS') return words.criteria.months(Number(value));
  if (unit === 'YEARS') return words.criteria.years(Number(value));
  if (unit === 'PERCENT') return formats.change(Number(value) / 100);
  if (unit === 'NACE_SECTION' || unit === 'DEPARTMENT') return value.split(',').join(', ');
  if (unit === 'CATEGORY') return value;
  return formats.money({ amount: value, currency: unit });
}

function sourceOf(source: string | null | undefined, words: Words): string | undefined {
  return source && source in words.sources ? words.sources[source as keyof Words['sources']] : undefined;
}

function bounded(operator: EligibilityCriterion['operator'], threshold: string | undefined, words: Words): string | undefined {
  return threshold && `${words.criteria.comparisons[operator]} ${threshold}`.trim();
}
