import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { AnnualFigures } from '../domain/annual-figures.ts';
import type { AnsweredCompany } from './company-ports.ts';
import type { CompanyFacts } from './ports.ts';

export interface FiguresBook extends Pick<CompanyFacts, 'figures'> {
  /** Holds the company, so that two reports of one year come one after the other, and tells the branch that answers for it. */
  companyForUpdate(companyId: Uuid): Promise<AnsweredCompany | undefined>;
  enterFigures(companyId: Uuid, figures: AnnualFigures, now: Date): Promise<void>;
}
