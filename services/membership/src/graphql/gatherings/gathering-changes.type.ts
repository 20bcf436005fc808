import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { PolicyTag } from '../../domain/funding/agreement.ts';
import {
  type Audience,
  cancellationRefusals,
  type GatheringKind,
  openingRefusals,
  planningRefusals,
  resizingRefusals,
} from '../../domain/gatherings/gathering.ts';
import { attendanceRefusals, signUpRefusals, withdrawalRefusals } from '../../domain/gatherings/sign-up.ts';
import { PolicyTagEnum } from '../funding/funding-enums.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { gatheringTexts } from './gathering.texts.ts';
import { GatheringType, SignUpType } from './gathering.type.ts';
import { AudienceEnum, GatheringKindEnum } from './gathering-enums.ts';

@InputType('PlanGatheringInput', { description: 'A mission or meeting that a branch plans.' })
export class PlanGatheringInput extends ChangeInput {
  @Field(() => GatheringKindEnum, { description: 'Whether it goes abroad or stays at home.' })
  kind!: GatheringKind;

  @Field(() => String, { description: 'Code of the branch that invites, for example tarn.' })
  branch!: string;

  @Field(() => CountryCodeScalar, {
    description: 'Where it takes place: another country than that of the branch for a mission, the same for a meeting.',
  })
  country!: string;

  @Field(() => String, { description: 'What it is about, in a line; at most 1,000 characters.' })
  title!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day, from today to 24 months from now.' })
  beginsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Its last day; it lasts 31 days at most.' })
  endsOn!: LocalDate;

  @Field(() => String, { description: 'Code of the theme it serves, for example export.' })
  theme!: string;

  @Field(() => PolicyTagEnum, { nullable: true, description: 'What of the policy of the Region it serves.' })
  policyTag?: PolicyTag | null;

  @Field(() => AudienceEnum, { description: 'Who may sign up.' })
  audience!: Audience;

  @Field(() => Int, { description: 'How many people can come, from 1 to 2,000.' })
  places!: number;
}

@InputType()
abstract class GatheringInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the gathering.' })
  gatheringId!: string;

  @Field(() => Int, { description: 'The version of the gathering that was read.' })
  expectedVersion!: number;
}

@InputType('OpenGatheringSignUpInput', { description: 'A gathering that companies may sign up for from now on.' })
export class OpenGatheringSignUpInput extends GatheringInput {
  @Field(() => LocalDateScalar, { description: 'The last day to sign up, from today to the first day of the gathering.' })
  signUpUntil!: LocalDate;
}

@InputType('ChangeGatheringPlacesInput', { description: 'A gathering that has room for more people, or for fewer.' })
export class ChangeGatheringPlacesInput extends GatheringInput {
  @Field(() => Int, { description: 'How many people can come, from 1 to 2,000, and not fewer than hold a place.' })
  places!: number;
}

@InputType('CancelGatheringInput', { description: 'A gathering that does not take place.' })
export class CancelGatheringInput extends GatheringInput {
  @Field(() => String, { description: 'Why, for those who signed up; at most 1,000 characters.' })
  reason!: string;
}

@InputType('SignUpForGatheringInput', { description: 'A company that sends one of its people.' })
export class SignUpForGatheringInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the gathering.' })
  gatheringId!: string;

  @Field(() => ID, { nullable: true, description: 'The company that is acted for, by a branch; your own when left out.' })
  companyId?: string | null;

  @Field(() => ID, { description: 'The id of the person who comes, one of the company.' })
  personId!: string;
}

@InputType('WithdrawSignUpInput', { description: 'A company that does not come after all.' })
export class WithdrawSignUpInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the sign-up.' })
  signUpId!: string;
}

@InputType('RecordGatheringAttendanceInput', { description: 'Who came to a gathering.' })
export class RecordGatheringAttendanceInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the gathering.' })
  gatheringId!: string;

  @Field(() => [ID], { description: 'The ids of the sign-ups whose person came. The others that hold a place did not.' })
  came!: readonly string[];
}

@ObjectType('GatheringChanged', { description: 'The gathering was changed.', simpleResolvers: true })
export class GatheringChangedType {
  @Field(() => GatheringType, { description: 'The gathering as it is now.' })
  gathering!: GatheringType;
}

@ObjectType('SignUpChanged', { description: 'The sign-up was changed.', simpleResolvers: true })
export class SignUpChangedType {
  @Field(() => SignUpType, { description: 'The sign-up as it is now.' })
  signUp!: SignUpType;
}

const [gathering, signUp, texts] = [GatheringChangedType, SignUpChangedType, gatheringTexts];
export const planning = changeResult('planGathering', 'GatheringPlanRefused', planningRefusals, texts, gathering);
export const opening = changeResult('openGatheringSignUp', 'SignUpOpeningRefused', openingRefusals, texts, gathering);
export const resizing = changeResult('changeGatheringPlaces', 'GatheringPlacesRefused', resizingRefusals, texts, gathering);
export const cancelling = changeResult('cancelGathering', 'GatheringCancellationRefused', cancellationRefusals, texts, gathering);
export const attending = changeResult('recordGatheringAttendance', 'GatheringAttendanceRefused', attendanceRefusals, texts, gathering);
export const signingUp = changeResult('signUpForGathering', 'SignUpRefused', signUpRefusals, texts, signUp);
export const withdrawing = changeResult('withdrawSignUp', 'SignUpWithdrawalRefused', withdrawalRefusals, texts, signUp);
