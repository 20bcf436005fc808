import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { Arg, Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { assessCompany } from '../use-cases/assess-company.ts';
import { requireEligibilityAccess } from '../use-cases/policies.ts';
import type { AcceleratorContext } from './context.ts';
import { programById } from './program.resolver.ts';
import { CompanyReference, requiredFacts } from './types/company-reference.type.ts';
import { EligibilityAssessmentType, eligibilityType } from './types/eligibility.type.ts';

@Resolver(() => CompanyReference)
export class CompanyEligibilityResolver {
  @FieldResolver(() => [EligibilityAssessmentType], {
    nullable: true,
    description:
      'Whether an accelerator fits this company: one assessment for each open cohort, or those of one program, open or not. For the company itself, or with the scope figures:read.',
  })
  @Directive(`@requires(fields: "${requiredFacts}")`)
  async acceleratorEligibility(
    @Root() company: CompanyReference,
    @Arg('programId', () => ID, { nullable: true, description: 'Only this program; it begins with "program_".' }) programId:
      | string
      | null
      | undefined,
    @Ctx() context: AcceleratorContext,
  ): Promise<EligibilityAssessmentType[]> {
    requireEligibilityAccess(context.viewer, company.id);
    const program = programId == null ? undefined : await programById(programId, context);
    const { facts } = company;
    if (!facts) throw new NotFound('There is no such company, or its eligibility is not for you to see.');
    const offers = await context.loaders.programsOnOffer();
    return assessCompany(offers, facts, context.today, program).map((view) =>
      eligibilityType(view, facts.figuresSource, context.viewer.language),
    );
  }
}
