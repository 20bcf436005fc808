import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  type CallReason,
  type ContactOutcome,
  contactRefusals,
  descriptionRefusals,
  type GrowthProjectKind,
  type ProspectSegment,
  reasonsToCall,
} from '../../domain/prospects/prospect.ts';
import type { ProspectView } from '../../use-cases/prospects/prospect-views.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { CompanyType } from '../types/company.type.ts';
import { enumOf } from '../types/enums.ts';
import { callTexts, prospectTexts } from './prospect.texts.ts';

export const ProspectSegmentEnum = enumOf('ProspectSegment', 'What kind of company the network looks for. The sector is none.', {
  INDUSTRIAL: 'It makes things.',
  TECHNOLOGY: 'It develops a technology.',
  EXPORT_READY: 'It could sell abroad soon.',
  FAST_GROWING: 'It grows fast.',
  TRANSMISSION: 'It is about to change hands.',
  OTHER: 'None of these.',
} satisfies Record<ProspectSegment, string>);

const GrowthProjectKindEnum = enumOf('GrowthProjectKind', 'What a company plans.', {
  NEW_SITE: 'A new site.',
  EXPORT: 'To sell abroad.',
  HIRING: 'To hire.',
  INVESTMENT: 'To invest in machines or buildings.',
  INNOVATION: 'A new product or process.',
  ACQUISITION: 'To buy another company.',
} satisfies Record<GrowthProjectKind, string>);

const ContactOutcomeEnum = enumOf('ContactOutcome', 'What came of a contact.', {
  INTERESTED: 'The company is interested.',
  CALL_BACK: 'It is to be called back on a day.',
  NOT_NOW: 'Not now.',
  NOT_REACHED: 'Nobody was reached.',
  NEVER_AGAIN: 'It asked not to be called any more.',
} satisfies Record<ContactOutcome, string>);

const CallReasonEnum = enumOf(
  'ProspectReason',
  'Why a prospect should be called.',
  Object.fromEntries(Object.entries(callTexts).map(([reason, { en }]) => [reason, `${en}.`])) as Record<CallReason, string>,
);

@ObjectType('CallReasonText', { description: 'One reason to call.', simpleResolvers: true })
class CallReasonTextType {
  @Field(() => CallReasonEnum, { description: 'The reason, as a stable code.' })
  code!: CallReason;

  @Field(() => String, { description: 'The reason in a few words, in the language of the request.' })
  message!: string;
}

@ObjectType('GrowthProject', { description: 'What a company plans.', simpleResolvers: true })
class GrowthProjectType {
  @Field(() => GrowthProjectKindEnum, { description: 'Of what kind it is.' })
  kind!: GrowthProjectKind;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it begins; null when nobody told.' })
  startsOn!: LocalDate | null;
}

@ObjectType('ProspectToCall', { description: 'A company that was never a member, and why to call it.', simpleResolvers: true })
export class ProspectToCallType {
  @Field(() => ProspectSegmentEnum, { nullable: true, description: 'What kind of company it is; null when nobody told.' })
  segment!: ProspectSegment | null;

  @Field(() => [CallReasonTextType], { description: 'Why to call it, the most urgent first; never empty.' })
  reasons!: readonly CallReasonTextType[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the last contact; null when there was none.' })
  lastContactOn!: LocalDate | null;

  @Field(() => ContactOutcomeEnum, { nullable: true, description: 'What came of the last contact.' })
  lastOutcome!: ContactOutcome | null;

  @Field(() => String, { nullable: true, description: 'What was noted of the last contact.' })
  lastNote!: string | null;

  @Field(() => [GrowthProjectType], { description: 'What it plans, the latest first.' })
  growthProjects!: readonly GrowthProjectType[];

  /** Not part of the graph: what its fields are resolved from. */
  view!: ProspectView;
}

export function showProspect(view: ProspectView, today: LocalDate, language: Language): ProspectToCallType {
  const { segment, lastContactOn, lastOutcome, lastNote, growthProjects } = view;
  const reasons = reasonsToCall(view, today).map((code) => ({ code, message: callTexts[code][language] }));
  return { segment, reasons, lastContactOn, lastOutcome, lastNote, growthProjects, view };
}

export const ProspectConnectionType = connectionType(
  'ProspectToCall',
  () => ProspectToCallType,
  'prospects to call, the most urgent first',
);

@InputType()
abstract class ProspectInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the company.' })
  companyId!: string;
}

@InputType('RecordProspectContactInput', { description: 'A contact with a company that was never a member.' })
export class RecordProspectContactInput extends ProspectInput {
  @Field(() => LocalDateScalar, { description: 'The day of the contact, not in the future.' })
  contactedOn!: LocalDate;

  @Field(() => ContactOutcomeEnum, { description: 'What came of it.' })
  outcome!: ContactOutcome;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to call back.' })
  callBackOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'What was said, without personal data; at most 1,000 characters.' })
  note?: string | null;
}

@InputType('RecordGrowthProjectInput', { description: 'What a company that was never a member plans.' })
export class RecordGrowthProjectInput extends ProspectInput {
  @Field(() => ProspectSegmentEnum, { nullable: true, description: 'What kind of company it is; as before when left out.' })
  segment?: ProspectSegment | null;

  @Field(() => GrowthProjectKindEnum, { description: 'Of what kind the project is.' })
  kind!: GrowthProjectKind;

  @Field(() => String, { description: 'What it is about, in a line; at most 1,000 characters.' })
  title!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it begins, within five years.' })
  startsOn?: LocalDate | null;
}

@ObjectType('ProspectChanged', { description: 'What is known of the prospect was written down.', simpleResolvers: true })
export class ProspectChangedType {
  @Field(() => CompanyType, { description: 'The company.' })
  company!: CompanyType;
}

export const contacting = changeResult(
  'recordProspectContact',
  'ProspectContactRefused',
  contactRefusals,
  prospectTexts,
  ProspectChangedType,
);
export const planning = changeResult(
  'recordGrowthProject',
  'GrowthProjectRefused',
  descriptionRefusals,
  prospectTexts,
  ProspectChangedType,
);
