import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { CompanyFacts } from '../../domain/company-facts.ts';

const fromMembership = 'Facts that other domains judge by. Not visible to clients.';

@ObjectType('AssessmentFacts', { description: 'What other domains judge a company by, as it is known today. Between subgraphs only.' })
export class AssessmentFactsReference {
  @Field(() => String, { description: fromMembership })
  @Directive('@external')
  membershipStatus!: string;

  @Field(() => String, { nullable: true, description: fromMembership })
  @Directive('@external')
  foundedOn!: string | null;

  @Field(() => String, { nullable: true, description: fromMembership })
  @Directive('@external')
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: fromMembership })
  @Directive('@external')
  turnover!: string | null;

  @Field(() => String, { nullable: true, description: fromMembership })
  @Directive('@external')
  currency!: string | null;

  @Field(() => String, { nullable: true, description: fromMembership })
  @Directive('@external')
  figuresSource!: string | null;

  @Field(() => String, { description: fromMembership })
  @Directive('@external')
  sizeCategory!: string;

  @Field(() => [String], { description: fromMembership })
  @Directive('@external')
  possibleSizeCategories!: string[];

  @Field(() => Boolean, { nullable: true, description: fromMembership })
  @Directive('@external')
  inCollectiveProceedings!: boolean | null;
}

/** The parts of the facts that eligibility is computed from. */
export const requiredFacts =
  'assessmentFacts { membershipStatus foundedOn closedOn turnover currency figuresSource sizeCategory possibleSizeCategories inCollectiveProceedings }';

@ObjectType('Company', { description: 'A company the network knows: a member, a former one, or a prospect.' })
@Directive('@key(fields: "id")')
export class CompanyReference {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  id!: string;

  @Field(() => AssessmentFactsReference, { nullable: true, description: fromMembership })
  @Directive('@external')
  assessmentFacts?: AssessmentFactsReference | null;

  /** The same facts as a value of the domain; read when the entity is found. */
  facts?: CompanyFacts | null;
}
