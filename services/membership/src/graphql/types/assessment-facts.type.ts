import { amountOf, moneyFromMinor } from '@leader/subgraph-kit/values/money';
import { Directive, Field, Float, ObjectType } from 'type-graphql';
import type { AssessmentFacts } from '../../use-cases/assessment-facts.ts';

/** Flat and of built-in scalars only, because other subgraphs name its fields in `@requires`. */
@ObjectType('AssessmentFacts', {
  description: 'What other domains judge a company by, as it is known today. Between subgraphs only.',
  simpleResolvers: true,
})
@Directive('@inaccessible')
export class AssessmentFactsType {
  @Field(() => String, {
    description: 'Where the company stands in the network: PROSPECT, ACTIVE, GRACE, LAPSED, SUSPENDED, RESIGNED or EXCLUDED.',
  })
  membershipStatus!: string;

  @Field(() => String, { description: 'ISO 3166-1 code of the country of its register.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The day it was founded, yyyy-mm-dd.' })
  foundedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Nomenclature of its main activity: NAF_REV_2, NAF_2025 or ISIC_4.' })
  activityNomenclature!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of its main activity.' })
  activityCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Letter of the NACE section of its main activity.' })
  activitySection!: string | null;

  @Field(() => [String], { description: 'French departments of its sites; empty abroad.' })
  siteDepartments!: readonly string[];

  @Field(() => String, { nullable: true, description: 'End of the last closed year that has figures, yyyy-mm-dd.' })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Turnover of that year, a decimal number in its currency.' })
  turnover!: string | null;

  @Field(() => String, { nullable: true, description: 'Turnover abroad of that year, a decimal number in its currency.' })
  exportTurnover!: string | null;

  @Field(() => String, { nullable: true, description: 'Balance sheet total of that year, a decimal number in its currency.' })
  balanceTotal!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the currency of the amounts.' })
  currency!: string | null;

  @Field(() => Float, { nullable: true, description: 'Full-time equivalents of that year.' })
  fte!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from: DECLARED, FILED or AUDITED.' })
  figuresSource!: string | null;

  @Field(() => String, { description: 'INSEE size class: MIC, PME, ETI, GE or UNKNOWN.' })
  sizeCategory!: string;

  @Field(() => [String], { description: 'All size classes that what is known leaves open.' })
  possibleSizeCategories!: readonly string[];

  @Field(() => String, { nullable: true, description: 'End of the closed year three years before, yyyy-mm-dd.' })
  referenceClosedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Turnover of that earlier year, a decimal number in the same currency.' })
  referenceTurnover!: string | null;

  @Field(() => Float, { nullable: true, description: 'Full-time equivalents of that earlier year.' })
  referenceFte!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in insolvency proceedings; null when nobody checked.' })
  inCollectiveProceedings!: boolean | null;
}

export function showAssessmentFacts({
  company,
  membershipStatus,
  activity,
  activitySection,
  siteDepartments,
  latest,
  reference,
  size,
}: AssessmentFacts): AssessmentFactsType {
  const decimal = (minor: bigint | null | undefined): string | null =>
    minor == null || !latest ? null : amountOf(moneyFromMinor(minor, latest.currency));
  return {
    membershipStatus,
    country: company.country,
    foundedOn: company.foundedOn,
    activityNomenclature: activity?.nomenclature ?? null,
    activityCode: activity?.code ?? null,
    activitySection,
    siteDepartments,
    closedOn: latest?.closedOn ?? null,
    turnover: decimal(latest?.turnover),
    exportTurnover: decimal(latest?.exportTurnover),
    balanceTotal: decimal(latest?.balanceTotal),
    currency: latest?.currency ?? null,
    fte: latest?.fte ?? null,
    figuresSource: latest?.source ?? null,
    sizeCategory: size.category,
    possibleSizeCategories: size.possible,
    referenceClosedOn: reference?.closedOn ?? null,
    referenceTurnover: decimal(reference?.turnover),
    referenceFte: reference?.fte ?? null,
    inCollectiveProceedings: company.inCollectiveProceedings,
  };
}
