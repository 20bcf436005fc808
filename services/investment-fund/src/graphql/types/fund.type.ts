import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { FundStatus } from '../../domain/fund-status.ts';
import type { PartnerRole } from '../../use-cases/views.ts';
import { FundCriteriaVersionType, FundCriterionType } from './fund-criteria.type.ts';

const fundStatuses = {
  PROJECT: 'PROJECT',
  AUTHORISED: 'AUTHORISED',
  FIRST_CLOSE: 'FIRST_CLOSE',
  INVESTING: 'INVESTING',
  HARVESTING: 'HARVESTING',
  LIQUIDATED: 'LIQUIDATED',
} as const satisfies Record<FundStatus, FundStatus>;

registerEnumType(fundStatuses, {
  name: 'FundStatus',
  description: 'Where a fund stands in its life.',
  valuesConfig: {
    PROJECT: { description: 'Announced. It gathers files; no money can be subscribed or invested.' },
    AUTHORISED: { description: 'A licensed manager runs it; commitments are being collected.' },
    FIRST_CLOSE: { description: 'The first investors are bound; it may begin to invest.' },
    INVESTING: { description: 'It invests.' },
    HARVESTING: { description: 'It sells what it holds and makes no new investment.' },
    LIQUIDATED: { description: 'It is over.' },
  },
});

const partnerRoles = { TECHNOLOGY_TRANSFER: 'TECHNOLOGY_TRANSFER', EUROPEAN_CALL: 'EUROPEAN_CALL' } as const satisfies Record<
  PartnerRole,
  PartnerRole
>;

registerEnumType(partnerRoles, {
  name: 'FundPartnerRole',
  description: 'What a partner brings to the fund.',
  valuesConfig: {
    TECHNOLOGY_TRANSFER: { description: 'Technology from public research, its patents and licences.' },
    EUROPEAN_CALL: { description: 'A European call for projects within which the fund is created.' },
  },
});

@ObjectType('FundStatusChange', { description: 'A status of the fund, with the day it began.', simpleResolvers: true })
export class FundStatusChangeType {
  @Field(() => fundStatuses, { description: 'The status.' })
  status!: FundStatus;

  @Field(() => LocalDateScalar, { description: 'First day of the status.' })
  since!: LocalDate;

  @Field(() => String, { description: 'What happened, in the language of the request.' })
  note!: string;

  @Field(() => String, { description: 'Where this is known from.' })
  source!: string;
}

@ObjectType('FundPartner', { description: 'An institution the fund is created with.', simpleResolvers: true })
export class FundPartnerType {
  @Field(() => partnerRoles, { description: 'What it brings.' })
  role!: PartnerRole;

  @Field(() => String, { description: 'What it is called, in the language of the request.' })
  name!: string;

  @Field(() => LocalDateScalar, { description: 'First day of the partnership.' })
  since!: LocalDate;
}

@ObjectType('Fund', { description: 'The investment fund of the network, as it stood on one day.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class FundType {
  @Field(() => ID, { description: 'Typed id, `fund_…`.' })
  id!: string;

  @Field(() => String, { description: 'What it is called, in the language of the request.' })
  name!: string;

  @Field(() => String, { description: 'What it wants to finance and why, in the language of the request.' })
  thesis!: string;

  @Field(() => LocalDateScalar, { description: 'The day it was announced.' })
  announcedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day this answer speaks of.' })
  asOf!: LocalDate;

  @Field(() => fundStatuses, { description: 'Where it stood in its life on that day.' })
  status!: FundStatus;

  @Field(() => LocalDateScalar, { description: 'First day of that status.' })
  statusSince!: LocalDate;

  @Field(() => String, { description: 'What that status means for a company, in the language of the request.' })
  statusMeaning!: string;

  @Field(() => [FundStatusChangeType], { description: 'Every status up to that day, the first one first.' })
  statusHistory!: FundStatusChangeType[];

  @Field(() => [FundPartnerType], { description: 'Its partners on that day.' })
  partners!: FundPartnerType[];

  @Field(() => FundCriteriaVersionType, {
    nullable: true,
    description: 'Which version of the criteria was in force on that day; null when none was.',
  })
  criteriaVersion!: FundCriteriaVersionType | null;

  @Field(() => [FundCriterionType], { description: 'The criteria in force on that day, in their published order; empty when none were.' })
  criteria!: FundCriterionType[];
}
