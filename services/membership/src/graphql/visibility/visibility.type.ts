import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  deliveryRefusals,
  type PromiseStatus,
  promiseRefusals,
  releaseRefusals,
  statusOn,
  type VisibilityTerm,
} from '../../domain/visibility/visibility-promise.ts';
import type { PromiseView } from '../../use-cases/visibility/visibility-views.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { enumOf } from '../types/enums.ts';
import { visibilityTexts } from './visibility.texts.ts';

const VisibilityTermEnum = enumOf('VisibilityTerm', 'What of an agreement with a partner network is delivered on a day.', {
  BRANCH_PAGE: 'A page of its own at its branch.',
  COMMUNICATION_KIT: 'The communication kit for its members.',
  VISIBILITY_FIGURES: 'How often its members were seen and asked.',
} satisfies Record<VisibilityTerm, string>);

export const PromiseStatusEnum = enumOf('PromiseStatus', 'How a promise stands today, derived from its days.', {
  OPEN: 'It is due today or later.',
  OVERDUE: 'Its day has passed and nobody showed that it was kept.',
  DELIVERED: 'It was kept, in time or late.',
  RELEASED: 'Those who were promised it let go of it.',
} satisfies Record<PromiseStatus, string>);

@ObjectType('VisibilityPromise', { description: 'Something that a partner network was promised by a day.', simpleResolvers: true })
export class VisibilityPromiseType {
  @Field(() => ID, { description: 'The id of the promise; it begins with "promise_".' })
  id!: string;

  @Field(() => VisibilityTermEnum, { description: 'What of the agreement it is about.' })
  term!: VisibilityTerm;

  @Field(() => LocalDateScalar, { description: 'The day it was given.' })
  promisedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day to keep it.' })
  dueOn!: LocalDate;

  @Field(() => String, { description: 'What counts as done.' })
  doneWhen!: string;

  @Field(() => PromiseStatusEnum, { description: 'How it stands today.' })
  status!: PromiseStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was kept; null before.' })
  deliveredOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be seen: an address, or the reference of a document; null before it was kept.',
  })
  evidence!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often members of the network were seen and asked; null unless it is about figures and kept.',
  })
  counted!: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the branch let go of it; null when it did not.' })
  releasedOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why the branch let go of it; null when it did not.' })
  releaseReason!: string | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: PromiseView;
}

export function showPromise(view: PromiseView, today: LocalDate): VisibilityPromiseType {
  return { ...view, id: encodeId('promise', view.id), status: statusOn(view, today), view };
}

export const VisibilityPromiseConnectionType = connectionType(
  'VisibilityPromise',
  () => VisibilityPromiseType,
  'promises to partner networks, the first one due first',
);

@ObjectType('PromiseTally', { description: 'How many promises to a partner network stand how today.', simpleResolvers: true })
export class PromiseTallyType {
  @Field(() => Int, { description: 'All that it was promised.' })
  promised!: number;

  @Field(() => Int, { description: 'Of these, those that were kept.' })
  delivered!: number;

  @Field(() => Int, { description: 'Of these, those whose day has passed without.' })
  overdue!: number;

  @Field(() => Int, { description: 'Of these, those that its branch let go of.' })
  released!: number;
}

@InputType('PromiseVisibilityInput', { description: 'Something that a partner network is promised by a day.' })
export class PromiseVisibilityInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the partner network.' })
  networkId!: string;

  @Field(() => VisibilityTermEnum, { description: 'What of its agreement is promised.' })
  term!: VisibilityTerm;

  @Field(() => LocalDateScalar, { description: 'The last day to keep it, within 24 months and the agreement.' })
  dueOn!: LocalDate;

  @Field(() => String, { description: 'What counts as done; at most 1,000 characters.' })
  doneWhen!: string;
}

@InputType('DeliverVisibilityInput', { description: 'A promise that was kept.' })
export class DeliverVisibilityInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the promise.' })
  promiseId!: string;

  @Field(() => LocalDateScalar, { description: 'The day it was kept, not in the future.' })
  deliveredOn!: LocalDate;

  @Field(() => String, { description: 'Where it can be seen: an address, or the reference of a document; at most 1,000 characters.' })
  evidence!: string;

  @Field(() => Int, { nullable: true, description: 'How often members of the network were seen and asked; for figures only.' })
  counted?: number | null;
}

@InputType('ReleaseVisibilityInput', { description: 'A promise that need not be kept any more.' })
export class ReleaseVisibilityInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the promise.' })
  promiseId!: string;

  @Field(() => String, { description: 'Why, in at most 1,000 characters.' })
  reason!: string;
}

@ObjectType('VisibilityPromiseChanged', { description: 'The promise was given, kept or released.', simpleResolvers: true })
export class VisibilityPromiseChangedType {
  @Field(() => VisibilityPromiseType, { description: 'The promise as it is now.' })
  promise!: VisibilityPromiseType;
}

const done = VisibilityPromiseChangedType;
export const promising = changeResult('promiseVisibility', 'VisibilityPromiseRefused', promiseRefusals, visibilityTexts, done);
export const delivering = changeResult('deliverVisibility', 'VisibilityDeliveryRefused', deliveryRefusals, visibilityTexts, done);
export const releasing = changeResult('releaseVisibility', 'VisibilityReleaseRefused', releaseRefusals, visibilityTexts, done);
