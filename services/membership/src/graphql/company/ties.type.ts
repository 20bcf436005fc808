import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { type TieKind, tieEndRefusals, tieRefusals } from '../../domain/company/network-tie.ts';
import { type ResponsibilityKind, type ResponsibilitySource, responsibilityRefusals } from '../../domain/company/responsibility.ts';
import { joiningRefusals, leavingRefusals } from '../../domain/company/undertaking.ts';
import type { NetworkTieView } from '../../use-cases/company/ties-views.ts';
import { changeResult } from '../types/change-results.type.ts';
import { enumOf } from '../types/enums.ts';
import { CompanyFactsChangedType, FactsInput } from './facts-changes.type.ts';
import { tiesTexts } from './ties.texts.ts';

export const NetworkTieKindEnum = enumOf('NetworkTieKind', 'What else companies belong to.', {
  NETWORK: 'Another association of companies.',
  CLUSTER: 'Companies of one sector that work together.',
} satisfies Record<TieKind, string>);

export const ResponsibilityKindEnum = enumOf('ResponsibilityKind', 'What shows what a company does for people and the environment.', {
  IMPACT_SCORE: 'Its Impact Score, which aid of the Region asks for.',
  VSME_BASIC: 'A report by the basic module of the VSME standard.',
  VSME_COMPREHENSIVE: 'A report by the comprehensive module of the VSME standard.',
  LABEL: 'A label that somebody gives.',
} satisfies Record<ResponsibilityKind, string>);

export const ResponsibilitySourceEnum = enumOf('ResponsibilitySource', 'How it is known.', {
  DECLARED: 'The company said so.',
  PUBLISHED: 'It was published where everybody can read it.',
  AUDITED: 'A third party confirmed it.',
} satisfies Record<ResponsibilitySource, string>);

@ObjectType('NetworkTie', { description: 'That a company belongs to another network or to a cluster.', simpleResolvers: true })
export class NetworkTieType {
  @Field(() => ID, { description: 'The id of the tie; it begins with "tie_".' })
  id!: string;

  @Field(() => NetworkTieKindEnum, { description: 'What it belongs to.' })
  kind!: TieKind;

  @Field(() => String, { description: 'The name of the network or cluster.' })
  name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day; null when nobody told.' })
  since!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null while it belongs there.' })
  until!: LocalDate | null;
}

export function showTie({ companyId: _, ...tie }: NetworkTieView): NetworkTieType {
  return { ...tie, id: encodeId('tie', tie.id) };
}

@ObjectType('ResponsibilityFact', {
  description: 'Something that shows what a company does for people and the environment.',
  simpleResolvers: true,
})
export class ResponsibilityFactType {
  @Field(() => ResponsibilityKindEnum, { description: 'What it is.' })
  kind!: ResponsibilityKind;

  @Field(() => Float, { nullable: true, description: 'An Impact Score, of 100; null for everything else.' })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'The name of a label; null for everything else.' })
  name!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day from which it counts.' })
  statedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it counts; null when it has no end.' })
  validUntil!: LocalDate | null;

  @Field(() => ResponsibilitySourceEnum, { description: 'How it is known.' })
  source!: ResponsibilitySource;
}

@InputType('JoinUndertakingInput', { description: 'A company that forms a single undertaking with another one.' })
export class JoinUndertakingInput extends FactsInput {
  @Field(() => ID, { description: 'The id of the other company; whatever undertaking that one is part of is joined.' })
  otherCompanyId!: string;
}

@InputType('LeaveUndertakingInput', { description: 'A company that stands alone again.' })
export class LeaveUndertakingInput extends FactsInput {}

@InputType('RecordNetworkTieInput', { description: 'Another network or a cluster that a company belongs to.' })
export class RecordNetworkTieInput extends FactsInput {
  @Field(() => NetworkTieKindEnum, { description: 'What it belongs to.' })
  kind!: TieKind;

  @Field(() => String, { description: 'The name of the network or cluster, at most 1,000 characters.' })
  name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day, not in the future.' })
  since?: LocalDate | null;
}

@InputType('EndNetworkTieInput', { description: 'A network or a cluster that a company does not belong to any more.' })
export class EndNetworkTieInput extends FactsInput {
  @Field(() => ID, { description: 'The id of the tie; it begins with "tie_".' })
  networkTieId!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day, not in the future; today when left out.' })
  until?: LocalDate | null;
}

@InputType('RecordResponsibilityInput', { description: 'Something that shows what a company does for people and the environment.' })
export class RecordResponsibilityInput extends FactsInput {
  @Field(() => ResponsibilityKindEnum, { description: 'What it is.' })
  kind!: ResponsibilityKind;

  @Field(() => Float, { nullable: true, description: 'The score from 0 to 100, of an Impact Score alone; one decimal is kept.' })
  score?: number | null;

  @Field(() => String, { nullable: true, description: 'The name, of a label alone; at most 1,000 characters.' })
  name?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day from which it counts, not in the future.' })
  statedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which it counts, if it has one.' })
  validUntil?: LocalDate | null;

  @Field(() => ResponsibilitySourceEnum, { description: 'How it is known. A company itself declares.' })
  source!: ResponsibilitySource;
}

const done = CompanyFactsChangedType;
export const joining = changeResult('joinUndertaking', 'UndertakingRefused', joiningRefusals, tiesTexts, done);
export const leaving = changeResult('leaveUndertaking', 'UndertakingDepartureRefused', leavingRefusals, tiesTexts, done);
export const tying = changeResult('recordNetworkTie', 'NetworkTieRefused', tieRefusals, tiesTexts, done);
export const untying = changeResult('endNetworkTie', 'NetworkTieEndRefused', tieEndRefusals, tiesTexts, done);
export const showing = changeResult('recordResponsibility', 'ResponsibilityRefused', responsibilityRefusals, tiesTexts, done);
