import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { judgeFundFit } from '../use-cases/judge-fund-fit.ts';
import { readAssessmentFacts } from './assessment-facts.ts';
import type { FundContext } from './context.ts';
import { showFundFit } from './show-fund-fit.ts';
import { CompanyReference, neededFacts } from './types/company.reference.ts';
import { FundFitType } from './types/fund-fit.type.ts';

@Resolver(() => CompanyReference)
export class FundFitResolver {
  @FieldResolver(() => FundFitType, {
    nullable: true,
    description:
      'How the company fits the published criteria of the fund today. For the company itself, and for staff who may read figures.',
  })
  @Directive(`@requires(fields: "assessmentFacts { ${neededFacts} }")`)
  async fundFit(@Root() company: CompanyReference, @Ctx() { viewer, today, loaders }: FundContext): Promise<FundFitType> {
    const judged = await judgeFundFit({
      viewer,
      companyId: company.id,
      today,
      fundOn: (day) => loaders.fundByDay.load(day),
      facts: () => {
        // Membership keeps its facts from this viewer: then there is no judgement either, not even UNKNOWN.
        if (company.assessmentFacts == null) throw new NotFound('There is no such company, or its figures are not yours to see.');
        return readAssessmentFacts(company.assessmentFacts);
      },
    });
    return showFundFit(judged, today, viewer.language);
  }
}
