import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import { daysBetween, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyFromMinor } from '@leader/subgraph-kit/values/money';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DeclineReason, InboundStatus } from '../../domain/inbound/inbound-project.ts';
import type { InboundView } from '../../use-cases/inbound/inbound-views.ts';
import { enumOf } from '../types/enums.ts';

export const InboundStatusEnum = enumOf('InboundStatus', 'How far a project has come.', {
  RECEIVED: 'Somebody asked for a site.',
  QUALIFIED: 'The network found that it is real and can be served.',
  ASSIGNED: 'One branch looks after it.',
  VISITED: 'The decision maker came and saw sites.',
  DECIDED_YES: 'The decision maker comes.',
  INSTALLED: 'The site is there.',
  DECIDED_NO: 'The decision maker does not come.',
  DORMANT: 'Nothing is heard of it any more.',
} satisfies Record<InboundStatus, string>);

export const InboundOutcomeEnum = enumOf('InboundOutcome', 'What a decision maker decided.', {
  YES: 'To come.',
  NO: 'Not to come.',
  DORMANT: 'Nothing is heard of them any more.',
});

export const DeclineReasonEnum = enumOf('InboundDeclineReason', 'Why a decision maker does not come.', {
  NO_SITE: 'No site fits.',
  BUDGET: 'It costs too much.',
  ANOTHER_REGION: 'Another region was chosen.',
  TIMING: 'It would take too long.',
  PERMITS: 'A permit is missing.',
  STAFF: 'The people who are needed cannot be found.',
  GIVEN_UP: 'The project was given up.',
} satisfies Record<DeclineReason, string>);

@ObjectType('InboundProject', { description: 'A company that looks for a site in the region. No person is named.', simpleResolvers: true })
export class InboundProjectType {
  @Field(() => ID, { description: 'The id of the project; it begins with "inbound_".' })
  id!: string;

  @Field(() => Int, { description: 'The version to decide upon.' })
  version!: number;

  @Field(() => String, { description: 'The company that looks for a site.' })
  organisation!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it comes from.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The section of its activity, a letter of NACE; null when nobody told.' })
  activitySection!: string | null;

  @Field(() => Int, { description: 'The surface it needs, in square metres.' })
  surface!: number;

  @Field(() => [String], { description: 'The departments it wants, two signs each; empty when any will do.' })
  departments!: readonly string[];

  @Field(() => MoneyType, { nullable: true, description: 'Its budget for the site; null when nobody told.' })
  budget!: MoneyType | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it wants to be there; null when nobody told.' })
  wantedOn!: LocalDate | null;

  @Field(() => Int, { description: 'The jobs it announced.' })
  jobsAnnounced!: number;

  @Field(() => LocalDateScalar, { description: 'The day on which it asked.' })
  receivedOn!: LocalDate;

  @Field(() => InboundStatusEnum, { description: 'How far it has come.' })
  status!: InboundStatus;

  @Field(() => LocalDateScalar, { description: 'The day of the latest step.' })
  since!: LocalDate;

  @Field(() => Int, { description: 'Days since the latest step.' })
  daysSince!: number;

  @Field(() => String, { nullable: true, description: 'The number of the site in the register; null before it is installed.' })
  siret!: string | null;

  @Field(() => Int, { nullable: true, description: 'The jobs there were when the site was installed; null before.' })
  jobsCreated!: number | null;

  @Field(() => DeclineReasonEnum, { nullable: true, description: 'Why it does not come; null unless it said no.' })
  declineReason!: DeclineReason | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: InboundView;
}

export function showProject(view: InboundView, today: LocalDate): InboundProjectType {
  const { id, budget, currency, ...rest } = view;
  return {
    ...rest,
    id: encodeId('inbound', id),
    budget: budget === null || currency === null ? null : moneyType(moneyFromMinor(budget, currency)),
    daysSince: daysBetween(view.since, today),
    view,
  };
}

@ObjectType('InboundFigures', { description: 'What became of the requests for a site, by what was known on a day.', simpleResolvers: true })
export class InboundFiguresType {
  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => Int, { description: 'Projects received by then.' })
  received!: number;

  @Field(() => Int, { nullable: true, description: 'Those that are installed; null when there are 1 to 4, which would point at somebody.' })
  installed!: number | null;

  @Field(() => Int, { nullable: true, description: 'The jobs of those installed; null when there are 1 to 4 of them.' })
  jobsCreated!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those that do not come; null when there are 1 to 4.' })
  declined!: number | null;
}

export const InboundConnectionType = connectionType(
  'InboundProject',
  () => InboundProjectType,
  'projects, the longest without a step first',
);
