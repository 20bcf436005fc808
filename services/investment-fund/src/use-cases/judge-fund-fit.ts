import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { CompanyFacts } from '../domain/company-facts.ts';
import { type FundFit, fundFitOf } from '../domain/fund-fit.ts';
import { requireSightOfFundFit } from './policies.ts';
import type { FundView, PublishedCriteria } from './views.ts';

export interface FundFitQuestion {
  readonly viewer: Viewer;
  /** Typed id of the company. */
  readonly companyId: string;
  readonly today: LocalDate;
  readonly fundOn: (day: LocalDate) => Promise<FundView | null>;
  /** Reads what membership told about the company; asked only once the viewer may see the answer. */
  readonly facts: () => CompanyFacts;
}

export interface JudgedFundFit {
  readonly fund: FundView;
  readonly criteria: PublishedCriteria;
  readonly fit: FundFit;
}

/**
 * Judges a company by the criteria in force today.
 *
 * @throws NotFound while there is no fund, or none with criteria in force
 */
export async function judgeFundFit(question: FundFitQuestion): Promise<JudgedFundFit> {
  requireSightOfFundFit(question.viewer, question.companyId);
  const facts = question.facts();
  const fund = await question.fundOn(question.today);
  if (!fund?.criteria) throw new NotFound(`On ${question.today} no fund has criteria in force.`);
  return { fund, criteria: fund.criteria, fit: fundFitOf(facts, fund.criteria, question.today) };
}
