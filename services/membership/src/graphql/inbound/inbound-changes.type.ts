import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  assignmentRefusals,
  type DeclineReason,
  installationRefusals,
  openingRefusals,
  outcomeRefusals,
  qualificationRefusals,
  visitRefusals,
} from '../../domain/inbound/inbound-project.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { inboundTexts } from './inbound.texts.ts';
import { DeclineReasonEnum, InboundOutcomeEnum, InboundProjectType } from './inbound.type.ts';

@InputType('SiteBudgetInput', { description: 'What a site may cost.' })
class SiteBudgetInput {
  @Field(() => String, { description: 'The amount as a decimal number, for example 250000.00.' })
  amount!: string;

  @Field(() => String, { description: 'The currency by ISO 4217, for example EUR.' })
  currency!: string;
}

@InputType('OpenInboundProjectInput', { description: 'A company that looks for a site. Name no person.' })
export class OpenInboundProjectInput extends ChangeInput {
  @Field(() => String, { description: 'The company that looks for a site, at most 1,000 characters.' })
  organisation!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it comes from.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The section of its activity: a letter of NACE from A to U.' })
  activitySection?: string | null;

  @Field(() => Int, { description: 'The surface it needs, in square metres.' })
  surface!: number;

  @Field(() => [String], { description: 'The departments it wants, two signs each such as 30 or 81; none when any will do.' })
  departments!: string[];

  @Field(() => SiteBudgetInput, { nullable: true, description: 'What the site may cost.' })
  budget?: SiteBudgetInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it wants to be there.' })
  wantedOn?: LocalDate | null;

  @Field(() => Int, { description: 'The jobs it announces.' })
  jobsAnnounced!: number;
}

@InputType()
abstract class ProjectInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the project.' })
  projectId!: string;

  @Field(() => Int, { description: 'The version that was read before deciding. Another one now is a conflict.' })
  expectedVersion!: number;
}

@InputType('QualifyInboundProjectInput', { description: 'A project that is real and can be served.' })
export class QualifyInboundProjectInput extends ProjectInput {}

@InputType('AssignInboundProjectInput', { description: 'The one branch that looks after a project.' })
export class AssignInboundProjectInput extends ProjectInput {
  @Field(() => String, { description: 'Code of the local branch, for example ales.' })
  branch!: string;
}

@InputType('RecordInboundVisitInput', { description: 'A visit of the decision maker.' })
export class RecordInboundVisitInput extends ProjectInput {
  @Field(() => LocalDateScalar, { description: 'The day of the visit, not in the future.' })
  visitedOn!: LocalDate;
}

@InputType('DecideInboundProjectInput', { description: 'What the decision maker decided.' })
export class DecideInboundProjectInput extends ProjectInput {
  @Field(() => InboundOutcomeEnum, { description: 'What was decided.' })
  outcome!: 'YES' | 'NO' | 'DORMANT';

  @Field(() => DeclineReasonEnum, { nullable: true, description: 'Why not; goes with NO alone.' })
  reason?: DeclineReason | null;
}

@InputType('InstallInboundProjectInput', { description: 'The site that came of a project.' })
export class InstallInboundProjectInput extends ProjectInput {
  @Field(() => String, { description: 'Its SIRET, fourteen digits.' })
  siret!: string;

  @Field(() => Int, { description: 'The jobs in it.' })
  jobsCreated!: number;
}

@ObjectType('InboundProjectChanged', { description: 'The project was changed.', simpleResolvers: true })
export class InboundProjectChangedType {
  @Field(() => InboundProjectType, { description: 'The project as it is now.' })
  project!: InboundProjectType;
}

const done = InboundProjectChangedType;
export const opening = changeResult('openInboundProject', 'InboundOpeningRefused', openingRefusals, inboundTexts, done);
export const qualifying = changeResult('qualifyInboundProject', 'InboundQualificationRefused', qualificationRefusals, inboundTexts, done);
export const assigning = changeResult('assignInboundProject', 'InboundAssignmentRefused', assignmentRefusals, inboundTexts, done);
export const visiting = changeResult('recordInboundVisit', 'InboundVisitRefused', visitRefusals, inboundTexts, done);
export const settling = changeResult('decideInboundProject', 'InboundDecisionRefused', outcomeRefusals, inboundTexts, done);
export const installing = changeResult('installInboundProject', 'InboundInstallationRefused', installationRefusals, inboundTexts, done);
