import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

/** Another service owns these facts; they reach this one only inside the gateway's representation of a company. */
@ObjectType('AssessmentFacts', {
  description: 'Facts about a company that other domains judge by. Not visible to clients.',
  simpleResolvers: true,
})
class AssessmentFactsReference {
  @Field(() => String, { description: 'ISO 3166-1 code of the country of its register.' })
  @Directive('@external')
  country!: string;

  @Field(() => String, { nullable: true, description: 'NACE section letter of its activity, null when unknown.' })
  @Directive('@external')
  activitySection!: string | null;

  @Field(() => [String], { description: 'Departments of its sites; empty abroad.' })
  @Directive('@external')
  siteDepartments!: string[];

  @Field(() => String, { nullable: true, description: 'End of the last closed year that has figures, yyyy-mm-dd.' })
  @Directive('@external')
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Turnover of that year, a decimal number in `currency`.' })
  @Directive('@external')
  turnover!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the currency of the turnovers.' })
  @Directive('@external')
  currency!: string | null;

  @Field(() => Float, { nullable: true, description: 'Staff of that year in full-time equivalents.' })
  @Directive('@external')
  fte!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from: DECLARED, FILED or AUDITED.' })
  @Directive('@external')
  figuresSource!: string | null;

  @Field(() => String, { nullable: true, description: 'End of the closed year three years before, yyyy-mm-dd.' })
  @Directive('@external')
  referenceClosedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Turnover of that earlier year, a decimal number in `currency`.' })
  @Directive('@external')
  referenceTurnover!: string | null;

  @Field(() => Float, { nullable: true, description: 'Staff of that earlier year in full-time equivalents.' })
  @Directive('@external')
  referenceFte!: number | null;
}

/** What the answer of this service needs of the facts, as the gateway is told. */
export const neededFacts =
  'country activitySection siteDepartments closedOn turnover currency fte figuresSource referenceClosedOn referenceTurnover referenceFte';

@ObjectType('Company', { description: 'A company the network knows: a member, a former one, or a prospect.' })
@Directive('@key(fields: "id")')
export class CompanyReference {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  id!: string;

  @Field(() => AssessmentFactsReference, { nullable: true, description: 'Facts that other domains judge by. Not visible to clients.' })
  @Directive('@external')
  assessmentFacts?: unknown;
}
