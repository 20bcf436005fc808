import { registerEnumType } from 'type-graphql';
import type { CohortStatus } from '../../domain/cohort.ts';
import type { CriterionKind, CriterionOperator, Stage } from '../../domain/criterion.ts';
import type { FindingReason, Verdict } from '../../domain/finding.ts';
import type { CapacityUnit } from '../../use-cases/views.ts';

/** An enum of the graph whose values are exactly those of a union of the domain, each with its description. */
function enumOf<Value extends string>(name: string, description: string, values: Record<Value, string>): { [Key in Value]: Key } {
  const names = Object.keys(values) as Value[];
  const type = Object.fromEntries(names.map((value) => [value, value])) as { [Key in Value]: Key };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(type, { name, description, valuesConfig: valuesConfig as never });
  return type;
}

export const CapacityUnitEnum = enumOf<CapacityUnit>('CohortCapacityUnit', 'What the places of a cohort are counted in.', {
  PERSON: 'Places are people: a company that sends two leaders takes two.',
  COMPANY: 'Places are companies, however many people each one sends.',
});

export const CohortStatusEnum = enumOf<CohortStatus>('CohortStatus', 'Where a cohort stands today, told from its dates.', {
  PLANNED: 'Applications are not open yet.',
  OPEN: 'Applications are welcome.',
  SELECTING: 'Applications are closed and the cohort has not started.',
  RUNNING: 'The program is under way.',
  COMPLETED: 'The program is over.',
});

export const CriterionKindEnum = enumOf<CriterionKind>('EligibilityCriterionKind', 'What a criterion looks at.', {
  TURNOVER: 'Turnover of the last closed year, without VAT.',
  SIZE_CATEGORY: 'Size category by the French decree 2008-1354: MIC, PME, ETI or GE.',
  COMPANY_AGE: 'Whole years since the company was founded.',
  FIGURES_AGE: 'Months since the end of the last closed year that has figures.',
  COLLECTIVE_PROCEEDINGS: 'Whether the company is in collective (insolvency) proceedings.',
  MEMBERSHIP: 'Whether the company is a member of the network.',
  AUDIT: 'Whether the audit before the start finds the company structured enough.',
});

export const OperatorEnum = enumOf<CriterionOperator>('EligibilityOperator', 'How the value is compared with the threshold.', {
  MORE_THAN: 'Strictly more than the threshold.',
  AT_LEAST: 'The threshold or more.',
  LESS_THAN: 'Strictly less than the threshold.',
  AT_MOST: 'The threshold or less.',
  IS: 'Equal to the threshold.',
});

export const StageEnum = enumOf<Stage>('EligibilityStage', 'When a criterion is settled.', {
  ELIGIBILITY: 'It decides today whether the program fits.',
  BEFORE_START: 'It is settled between the application and the start, and does not decide the verdict.',
});

export const VerdictEnum = enumOf<Verdict>('EligibilityVerdict', 'An answer with three values. UNKNOWN is never a refusal.', {
  PASS: 'Yes, by the figures known today.',
  FAIL: 'Not today; the message says what is missing.',
  UNKNOWN: 'It cannot be said, because a fact is missing; the message says which.',
});

export const ReasonEnum = enumOf<FindingReason>('EligibilityReason', 'Why a criterion passes, fails or stays unknown.', {
  TURNOVER_FITS: 'The turnover is within the threshold.',
  TURNOVER_TOO_LOW: 'The turnover is below what is asked.',
  TURNOVER_TOO_HIGH: 'The turnover is above what is asked.',
  TURNOVER_UNKNOWN: 'The closed year is known, its turnover is not.',
  FOREIGN_CURRENCY: 'The figures are in another currency than the threshold, and are not converted.',
  FIGURES_MISSING: 'The figures of the last closed year are missing or too old.',
  FIGURES_RECENT: 'The figures are recent enough.',
  CATEGORY_FITS: 'The size category is the one that is asked.',
  CATEGORY_DIFFERS: 'The size category is another one.',
  CATEGORY_UNCERTAIN: 'The known figures leave several size categories possible.',
  OLD_ENOUGH: 'The company has the age that is asked.',
  TOO_YOUNG: 'The company is younger than what is asked.',
  FOUNDING_UNKNOWN: 'The day on which the company was founded is not known.',
  NO_PROCEEDINGS: 'The company is not in collective proceedings.',
  IN_PROCEEDINGS: 'The company is in collective proceedings.',
  PROCEEDINGS_NOT_CHECKED: 'Nobody has checked for collective proceedings yet; it is done before the start.',
  IS_MEMBER: 'The company is a member, or within the days of grace.',
  NOT_YET_MEMBER: 'The company is not a member yet and can apply for membership.',
  MEMBERSHIP_ENDED: 'The membership has ended or is suspended.',
  AUDIT_TO_COME: 'The audit has not taken place yet.',
});
