import { type Money, moneyOf } from '@leader/subgraph-kit/values/money';

/** Size of a French company by decree 2008-1354: micro, small or medium, mid-sized, large. */
export type SizeCategory = 'MIC' | 'PME' | 'ETI' | 'GE';
export const sizeCategories: readonly SizeCategory[] = ['MIC', 'PME', 'ETI', 'GE'];

/** When a criterion is settled: it decides whether the company is eligible, or it is settled later, before the start. */
export type Stage = 'ELIGIBILITY' | 'BEFORE_START';
export type Comparison = 'MORE_THAN' | 'AT_LEAST' | 'LESS_THAN' | 'AT_MOST';

interface Rule<Kind, Operator, Threshold> {
  readonly position: number;
  readonly stage: Stage;
  readonly kind: Kind;
  readonly operator: Operator;
  readonly threshold: Threshold;
}

export type TurnoverCriterion = Rule<'TURNOVER', Comparison, Money>;
export type SizeCriterion = Rule<'SIZE_CATEGORY', 'IS', SizeCategory>;
/** Threshold in years. */
export type AgeCriterion = Rule<'COMPANY_AGE', 'AT_LEAST', number>;
/** Threshold in months between the end of the closed year and the day of the question. */
type FiguresAgeCriterion = Rule<'FIGURES_AGE', 'AT_MOST', number>;
type ProceedingsCriterion = Rule<'COLLECTIVE_PROCEEDINGS', 'IS', 'NONE'>;
type MembershipCriterion = Rule<'MEMBERSHIP', 'IS', 'MEMBER'>;
type AuditCriterion = Rule<'AUDIT', 'IS', 'STRUCTURED'>;

/** One line of a program's rules, as one dated version of the program states it. */
export type Criterion =
  | TurnoverCriterion
  | SizeCriterion
  | AgeCriterion
  | FiguresAgeCriterion
  | ProceedingsCriterion
  | MembershipCriterion
  | AuditCriterion;

export type CriterionKind = Criterion['kind'];
export type CriterionOperator = Criterion['operator'];

/** A criterion as it is stored: every threshold is text, read by its kind. */
export interface StoredCriterion {
  readonly position: number;
  readonly stage: string;
  readonly kind: string;
  readonly operator: string;
  readonly threshold: string;
  readonly unit: string;
}

/** What a threshold is counted in: a currency code for money, otherwise one of these. */
type CriterionUnit = 'CATEGORY' | 'YEARS' | 'MONTHS' | 'STATUS';

export function unitOf(criterion: Criterion): string {
  if (criterion.kind === 'TURNOVER') return criterion.threshold.currency;
  return units[criterion.kind];
}

const units = {
  SIZE_CATEGORY: 'CATEGORY',
  COMPANY_AGE: 'YEARS',
  FIGURES_AGE: 'MONTHS',
  COLLECTIVE_PROCEEDINGS: 'STATUS',
  MEMBERSHIP: 'STATUS',
  AUDIT: 'STATUS',
} as const satisfies Record<Exclude<CriterionKind, 'TURNOVER'>, CriterionUnit>;

const comparisons: readonly string[] = ['MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST'];
const onlyOperator: Record<string, string> = { COMPANY_AGE: 'AT_LEAST', FIGURES_AGE: 'AT_MOST' };
const onlyThreshold: Record<string, string> = { COLLECTIVE_PROCEEDINGS: 'NONE', MEMBERSHIP: 'MEMBER', AUDIT: 'STRUCTURED' };

/** Reads a stored criterion, or stops with an error: a rule that is half understood must never judge a company. */
export function readCriterion(stored: StoredCriterion): Criterion {
  const { position, stage, kind, operator, threshold, unit } = stored;
  const misread = () => new Error(`Criterion ${position} is not understood: ${stage} ${kind} ${operator} ${threshold} ${unit}`);
  if (stage !== 'ELIGIBILITY' && stage !== 'BEFORE_START') throw misread();
  if (kind === 'TURNOVER') {
    if (!comparisons.includes(operator)) throw misread();
    return { position, stage, kind, operator: operator as Comparison, threshold: moneyOf(threshold, unit) };
  }
  if (operator !== (onlyOperator[kind] ?? 'IS') || unit !== units[kind as keyof typeof units]) throw misread();
  if (kind === 'SIZE_CATEGORY') {
    if (!sizeCategories.includes(threshold as SizeCategory)) throw misread();
    return { position, stage, kind, operator: 'IS', threshold: threshold as SizeCategory };
  }
  if (kind === 'COMPANY_AGE' || kind === 'FIGURES_AGE') {
    if (!/^\d{1,3}$/.test(threshold)) throw misread();
    return { position, stage, kind, operator, threshold: Number(threshold) } as AgeCriterion | FiguresAgeCriterion;
  }
  if (threshold !== onlyThreshold[kind]) throw misread();
  return { position, stage, kind, operator, threshold } as ProceedingsCriterion | MembershipCriterion | AuditCriterion;
}
