import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PolicyTag } from '../../domain/funding/agreement.ts';
import { type Audience, type GatheringKind, type GatheringStatus, statusOn } from '../../domain/gatherings/gathering.ts';
import { type SignUpStatus, signUpStatus } from '../../domain/gatherings/sign-up.ts';
import type { GatheringView, SignUpView } from '../../use-cases/gatherings/gathering-views.ts';
import { PolicyTagEnum } from '../funding/funding-enums.ts';
import { AudienceEnum, GatheringKindEnum, GatheringStatusEnum, SignUpStatusEnum } from './gathering-enums.ts';

@ObjectType('Gathering', { description: 'A mission abroad, or a meeting at home, to which companies send people.', simpleResolvers: true })
export class GatheringType {
  @Field(() => ID, { description: 'The id of the gathering; it begins with "gathering_".' })
  id!: string;

  @Field(() => Int, { description: 'The version to decide upon. Sign-ups do not change it.' })
  version!: number;

  @Field(() => GatheringKindEnum, { description: 'Whether it goes abroad or stays at home.' })
  kind!: GatheringKind;

  @Field(() => CountryCodeScalar, { description: 'The country where it takes place.' })
  country!: string;

  @Field(() => String, { description: 'What it is about, in the language of the branch that invites.' })
  title!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  beginsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Its last day.' })
  endsOn!: LocalDate;

  @Field(() => GatheringStatusEnum, { description: 'Where it stands today.' })
  status!: GatheringStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day to sign up; null before companies can.' })
  signUpUntil!: LocalDate | null;

  @Field(() => AudienceEnum, { description: 'Who may sign up.' })
  audience!: Audience;

  @Field(() => Int, { description: 'How many people can come.' })
  places!: number;

  @Field(() => Int, { description: 'How many of the places are free.' })
  placesFree!: number;

  @Field(() => PolicyTagEnum, {
    nullable: true,
    description: 'What of the policy of the Region it serves; null when nothing in particular.',
  })
  policyTag!: PolicyTag | null;

  @Field(() => String, { nullable: true, description: 'Why it does not take place; null unless it was cancelled.' })
  cancelReason!: string | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: GatheringView;
}

export function showGathering(view: GatheringView, today: LocalDate): GatheringType {
  const { id, placesTaken, ...rest } = view;
  return { ...rest, id: encodeId('gathering', id), placesFree: view.places - placesTaken, status: statusOn(view, today), view };
}

@ObjectType('SignUp', { description: 'A company that sends one person to a gathering.', simpleResolvers: true })
export class SignUpType {
  @Field(() => ID, { description: 'The id of the sign-up; it begins with "signup_".' })
  id!: string;

  @Field(() => SignUpStatusEnum, { description: 'Whether it holds a place.' })
  status!: SignUpStatus;

  @Field(() => Int, { description: 'Its number in the order in which companies signed up; given once.' })
  rank!: number;

  @Field(() => LocalDateScalar, { description: 'The day the company signed up.' })
  signedUpOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day from which it held a place; null when it never did.' })
  placedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it moved up from the waiting list to a place; null when it never waited, or waits still.',
  })
  movedUpOn!: LocalDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person came; null as long as nobody wrote it down.' })
  came!: boolean | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: SignUpView;
}

export function showSignUp(view: SignUpView): SignUpType {
  return { ...view, id: encodeId('signup', view.id), status: signUpStatus(view), view };
}

export const GatheringConnectionType = connectionType('Gathering', () => GatheringType, 'missions and meetings, the next one first');
export const SignUpConnectionType = connectionType('SignUp', () => SignUpType, 'sign-ups by gathering, in the order in which they came');
