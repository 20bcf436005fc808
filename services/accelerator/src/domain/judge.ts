import { addMonths, type LocalDate, monthsBetween } from '@leader/subgraph-kit/values/local-date';
import { compareMoney, type Money, subtractMoney } from '@leader/subgraph-kit/values/money';
import type { KnownFigures } from './closed-year.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { AgeCriterion, Comparison, Criterion, SizeCriterion, TurnoverCriterion } from './criterion.ts';
import type { Finding, Judgement } from './finding.ts';

/** The currency of the thresholds in decree 2008-1354, which defines the size categories. */
const currencyOfSizes = 'EUR';

/** Applies one criterion to what is known about a company. A missing fact gives UNKNOWN, never FAIL. */
export function judge(criterion: Criterion, facts: CompanyFacts, figures: KnownFigures, today: LocalDate): Judgement {
  const finding = find(criterion, facts, figures, today);
  return {
    criterion,
    stage: stageOf(criterion, finding),
    closedOn: usesFigures(criterion) && figures.known ? figures.closedOn : null,
    finding,
  };
}

function usesFigures(criterion: Criterion): boolean {
  return criterion.kind === 'TURNOVER' || criterion.kind === 'SIZE_CATEGORY' || criterion.kind === 'FIGURES_AGE';
}

/** A check that nobody has made yet holds nobody up today: it is made before the start. */
function stageOf(criterion: Criterion, finding: Finding): Judgement['stage'] {
  return finding.reason === 'PROCEEDINGS_NOT_CHECKED' ? 'BEFORE_START' : criterion.stage;
}

function find(criterion: Criterion, facts: CompanyFacts, figures: KnownFigures, today: LocalDate): Finding {
  if (usesFigures(criterion) && !figures.known) {
    return { result: 'UNKNOWN', reason: 'FIGURES_MISSING', missingYear: figures.missingYear, lastKnownYear: figures.lastKnownYear };
  }
  switch (criterion.kind) {
    case 'TURNOVER':
      return turnoverFinding(criterion, facts);
    case 'SIZE_CATEGORY':
      return sizeFinding(criterion, facts);
    case 'FIGURES_AGE':
      return { result: 'PASS', reason: 'FIGURES_RECENT', months: monthsBetween(facts.closedOn as LocalDate, today) };
    case 'COMPANY_AGE':
      return ageFinding(criterion, facts, today);
    case 'COLLECTIVE_PROCEEDINGS':
      return proceedingsFinding(facts);
    case 'MEMBERSHIP':
      return membershipFinding(facts);
    case 'AUDIT':
      return { result: 'UNKNOWN', reason: 'AUDIT_TO_COME' };
  }
}

function turnoverFinding({ operator, threshold }: TurnoverCriterion, { turnover }: CompanyFacts): Finding {
  if (turnover === null) return { result: 'UNKNOWN', reason: 'TURNOVER_UNKNOWN' };
  if (turnover.currency !== threshold.currency) {
    return { result: 'UNKNOWN', reason: 'FOREIGN_CURRENCY', currency: turnover.currency, turnover, possible: null };
  }
  if (holds[operator](compareMoney(turnover, threshold))) return { result: 'PASS', reason: 'TURNOVER_FITS', turnover };
  const isTooLow = operator === 'MORE_THAN' || operator === 'AT_LEAST';
  return isTooLow
    ? { result: 'FAIL', reason: 'TURNOVER_TOO_LOW', turnover, shortBy: subtractMoney(threshold, turnover) }
    : { result: 'FAIL', reason: 'TURNOVER_TOO_HIGH', turnover, shortBy: subtractMoney(turnover, threshold) };
}

const holds: Record<Comparison, (order: -1 | 0 | 1) => boolean> = {
  MORE_THAN: (order) => order > 0,
  AT_LEAST: (order) => order >= 0,
  LESS_THAN: (order) => order < 0,
  AT_MOST: (order) => order <= 0,
};

function sizeFinding({ threshold }: SizeCriterion, { possibleSizes, currency, turnover }: CompanyFacts): Finding {
  if (!possibleSizes.includes(threshold)) return { result: 'FAIL', reason: 'CATEGORY_DIFFERS', possible: possibleSizes };
  if (possibleSizes.length === 1) return { result: 'PASS', reason: 'CATEGORY_FITS', possible: possibleSizes };
  if (currency !== null && currency !== currencyOfSizes) {
    return { result: 'UNKNOWN', reason: 'FOREIGN_CURRENCY', currency, turnover, possible: possibleSizes };
  }
  return { result: 'UNKNOWN', reason: 'CATEGORY_UNCERTAIN', possible: possibleSizes };
}

function ageFinding({ threshold }: AgeCriterion, { foundedOn }: CompanyFacts, today: LocalDate): Finding {
  if (foundedOn === null) return { result: 'UNKNOWN', reason: 'FOUNDING_UNKNOWN' };
  const years = Math.max(0, Math.floor(monthsBetween(foundedOn, today) / 12));
  const oldEnoughOn = addMonths(foundedOn, 12 * threshold);
  if (oldEnoughOn <= today) return { result: 'PASS', reason: 'OLD_ENOUGH', years };
  return { result: 'FAIL', reason: 'TOO_YOUNG', years, shortByMonths: startedMonths(today, oldEnoughOn), oldEnoughOn };
}

function startedMonths(from: LocalDate, to: LocalDate): number {
  const whole = monthsBetween(from, to);
  return addMonths(from, whole) < to ? whole + 1 : whole;
}

function proceedingsFinding({ inCollectiveProceedings }: CompanyFacts): Finding {
  if (inCollectiveProceedings === null) return { result: 'UNKNOWN', reason: 'PROCEEDINGS_NOT_CHECKED' };
  return inCollectiveProceedings ? { result: 'FAIL', reason: 'IN_PROCEEDINGS' } : { result: 'PASS', reason: 'NO_PROCEEDINGS' };
}

function membershipFinding({ membershipStatus: status }: CompanyFacts): Finding {
  if (status === 'ACTIVE' || status === 'GRACE') return { result: 'PASS', reason: 'IS_MEMBER', status };
  if (status === 'PROSPECT') return { result: 'UNKNOWN', reason: 'NOT_YET_MEMBER', status };
  return { result: 'FAIL', reason: 'MEMBERSHIP_ENDED', status };
}

/** How far a failed criterion is from being met, as a share of its threshold; infinite when it cannot be measured. */
export function missOf({ criterion, finding }: Judgement): number {
  if ('shortBy' in finding) return ratio(finding.shortBy, (criterion as TurnoverCriterion).threshold);
  if (finding.reason === 'TOO_YOUNG') return finding.shortByMonths / (12 * (criterion as AgeCriterion).threshold);
  return Number.POSITIVE_INFINITY;
}

function ratio(part: Money, whole: Money): number {
  return Number(part.minor) / Number(whole.minor);
}
