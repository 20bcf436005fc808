import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { figuresOn } from './closed-year.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { Criterion } from './criterion.ts';
import type { Judgement, Verdict } from './finding.ts';
import { judge, missOf } from './judge.ts';

/** The rules of one version of a program. */
export interface Rules {
  readonly number: number;
  readonly criteria: readonly Criterion[];
}

/** Whether a program fits a company, criterion by criterion. The same facts, rules and day always give the same one. */
export interface Eligibility {
  readonly verdict: Verdict;
  readonly ruleVersion: number;
  readonly assessedOn: LocalDate;
  readonly judgements: readonly Judgement[];
  /** Of the deciding criteria that fail, the one that misses by the least; null when none fails. */
  readonly nearestMiss: Judgement | null;
}

/** Applies every criterion of the rules. Only those that decide eligibility count for the verdict. */
export function assess(rules: Rules, facts: CompanyFacts, today: LocalDate): Eligibility {
  const figures = figuresOn(today, facts.closedOn, longestAgeOfFigures(rules));
  const judgements = rules.criteria.map((criterion) => judge(criterion, facts, figures, today));
  return {
    verdict: verdictOf(judgements),
    ruleVersion: rules.number,
    assessedOn: today,
    judgements,
    nearestMiss: nearestMissOf(judgements),
  };
}

/** One no is a no; without one, whatever is unknown leaves the whole unknown. */
function verdictOf(judgements: readonly Judgement[]): Verdict {
  const results = judgements.filter(decides).map((judgement) => judgement.finding.result);
  if (results.includes('FAIL')) return 'FAIL';
  if (results.includes('UNKNOWN')) return 'UNKNOWN';
  return 'PASS';
}

export function decides(judgement: Judgement): boolean {
  return judgement.stage === 'ELIGIBILITY';
}

/**
 * Of several programs that all say no, the one that the company comes closest to: every failed criterion must be mended,
 * so the farthest one counts. Undefined as soon as one of them fits or might fit.
 */
export function nearestOf<Assessed extends { readonly eligibility: Eligibility }>(all: readonly Assessed[]): Assessed | undefined {
  if (all.some(({ eligibility }) => eligibility.verdict !== 'FAIL')) return undefined;
  return [...all].sort((left, right) => closerFirst(left.eligibility, right.eligibility))[0];
}

function closerFirst(left: Eligibility, right: Eligibility): number {
  const [leftFailed, rightFailed] = [failedOf(left.judgements), failedOf(right.judgements)];
  const [leftMiss, rightMiss] = [farthest(leftFailed), farthest(rightFailed)];
  if (leftMiss !== rightMiss) return leftMiss < rightMiss ? -1 : 1;
  return leftFailed.length - rightFailed.length;
}

function farthest(failed: readonly Judgement[]): number {
  return Math.max(...failed.map(missOf));
}

function nearestMissOf(judgements: readonly Judgement[]): Judgement | null {
  const failed = [...failedOf(judgements)].sort((left, right) =>
    missOf(left) < missOf(right) ? -1 : missOf(left) > missOf(right) ? 1 : 0,
  );
  return failed[0] ?? null;
}

function failedOf(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.filter((judgement) => decides(judgement) && judgement.finding.result === 'FAIL');
}

function longestAgeOfFigures({ criteria }: Rules): number | null {
  const ages = criteria.filter((criterion) => criterion.kind === 'FIGURES_AGE').map((criterion) => criterion.threshold);
  return ages.length > 0 ? Math.min(...ages) : null;
}
