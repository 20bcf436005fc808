import { type LocalDate, parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Money, moneyOf } from '@leader/subgraph-kit/values/money';
import type { CompanyFacts } from '../src/domain/company-facts.ts';
import { type CriterionKind, readCriterion } from '../src/domain/criterion.ts';
import { assess, type Eligibility, type Rules } from '../src/domain/eligibility.ts';
import type { Judgement } from '../src/domain/finding.ts';
import type { StatedFacts } from '../src/graphql/assessment-facts.ts';

export const day = (text: string): LocalDate => parseLocalDate(text);
export const today = day('2026-11-23');
export const euros = (amount: string): Money => moneyOf(amount, 'EUR');

/** The company of the story: Albi, aerospace, 4 M€ in 2025, 32 people, a member for years. */
export function albiCompany(difference: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    membershipStatus: 'ACTIVE',
    foundedOn: day('1998-03-02'),
    closedOn: day('2025-12-31'),
    turnover: euros('4000000'),
    currency: 'EUR',
    figuresSource: 'FILED',
    possibleSizes: ['PME'],
    inCollectiveProceedings: null,
    ...difference,
  };
}

/** The same company as the membership service states it. */
export function statedAlbiCompany(difference: StatedFacts = {}): StatedFacts {
  return {
    membershipStatus: 'ACTIVE',
    foundedOn: '1998-03-02',
    closedOn: '2025-12-31',
    turnover: '4000000.00',
    currency: 'EUR',
    figuresSource: 'FILED',
    sizeCategory: 'PME',
    possibleSizeCategories: ['PME'],
    inCollectiveProceedings: null,
    ...difference,
  };
}

/** A micro-company of 600 000 € that has existed for ten years. */
export function smallWorkshop(difference: Partial<CompanyFacts> = {}): CompanyFacts {
  return albiCompany({ foundedOn: day('2016-05-02'), turnover: euros('600000'), possibleSizes: ['MIC'], ...difference });
}

function rulesOf(number: number, ...criteria: [stage: string, kind: string, operator: string, threshold: string, unit: string][]): Rules {
  return {
    number,
    criteria: criteria.map(([stage, kind, operator, threshold, unit], index) =>
      readCriterion({ position: index + 1, stage, kind, operator, threshold, unit }),
    ),
  };
}

export const pmeRules = rulesOf(
  2,
  ['ELIGIBILITY', 'TURNOVER', 'MORE_THAN', '3000000.00', 'EUR'],
  ['ELIGIBILITY', 'SIZE_CATEGORY', 'IS', 'PME', 'CATEGORY'],
  ['ELIGIBILITY', 'FIGURES_AGE', 'AT_MOST', '18', 'MONTHS'],
  ['ELIGIBILITY', 'COLLECTIVE_PROCEEDINGS', 'IS', 'NONE', 'STATUS'],
  ['BEFORE_START', 'MEMBERSHIP', 'IS', 'MEMBER', 'STATUS'],
  ['BEFORE_START', 'AUDIT', 'IS', 'STRUCTURED', 'STATUS'],
);

export const pmeRulesOfJuly2019 = rulesOf(
  1,
  ['ELIGIBILITY', 'TURNOVER', 'AT_LEAST', '2000000.00', 'EUR'],
  ['ELIGIBILITY', 'TURNOVER', 'AT_MOST', '12000000.00', 'EUR'],
);

export const tpeRules = rulesOf(
  1,
  ['ELIGIBILITY', 'SIZE_CATEGORY', 'IS', 'MIC', 'CATEGORY'],
  ['ELIGIBILITY', 'TURNOVER', 'LESS_THAN', '2000000.00', 'EUR'],
  ['ELIGIBILITY', 'COMPANY_AGE', 'AT_LEAST', '5', 'YEARS'],
  ['ELIGIBILITY', 'FIGURES_AGE', 'AT_MOST', '18', 'MONTHS'],
  ['BEFORE_START', 'MEMBERSHIP', 'IS', 'MEMBER', 'STATUS'],
);

/** What one criterion of an assessment found. */
export function judgementOf(eligibility: Eligibility, kind: CriterionKind): Judgement {
  const found = eligibility.judgements.find(({ criterion }) => criterion.kind === kind);
  if (!found) throw new Error(`The rules have no criterion ${kind}`);
  return found;
}

export function pmeAssessment(difference: Partial<CompanyFacts> = {}, on = today): Eligibility {
  return assess(pmeRules, albiCompany(difference), on);
}
