import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { countedConnectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { type CallAnswer, Position, type PositionKind, type PositionStatus } from '../../domain/position.ts';
import type { PositionView } from '../../use-cases/views.ts';
import { describedEnum } from '../described-enum.ts';
import { CompanyReference } from './references.type.ts';

const PositionKindEnum = describedEnum<PositionKind>('PositionKind', 'How a company is present in another country.', {
  SUBSIDIARY: 'A company of its own there.',
  JOINT_VENTURE: 'A company held together with a partner from there.',
  BRANCH_OFFICE: 'An office without a company of its own.',
  AGENT: 'Somebody from there who sells on its behalf.',
  DISTRIBUTOR: 'A company from there that buys and sells on.',
  CUSTOMERS: 'Regular customers, nobody on site.',
  PLANT: 'A place of production.',
  PROJECT: 'A project under way, nothing lasting yet.',
});

const PositionStatusEnum = describedEnum<PositionStatus>('PositionStatus', 'How far a position can be relied on today.', {
  CURRENT: 'Confirmed within the last twelve months.',
  STALE: 'Not confirmed for more than twelve months.',
  CLOSED: 'Given up.',
});

const CallAnswerEnum = describedEnum<CallAnswer>('CallReason', 'Whether the holder of a position may be asked for a talk, or why not.', {
  MAY_ASK: 'An introduction may be asked for through the branch.',
  OWN_POSITION: 'It is the position of the company that asks.',
  CLOSED_TO_CALLS: 'The holder takes no calls.',
  HOLDER_LEFT: 'Its holder is no member of the network today: it left, lapsed or is suspended.',
  NOT_CONFIRMED_LATELY: 'Nobody confirmed the position within twelve months.',
});

@ObjectType('PositionSector', { description: 'A field of activity by an official nomenclature.', simpleResolvers: true })
class SectorType {
  @Field(() => String, { description: 'The nomenclature, for example NAF_REV_2 or ISIC_4.' })
  nomenclature!: string;

  @Field(() => String, { description: 'The code in that nomenclature, for example 30.30Z.' })
  code!: string;
}

@ObjectType('Callable', {
  description: 'Whether the viewer may ask the holder of a position for a talk. Never contains contact details.',
  simpleResolvers: true,
})
export class CallableType {
  @Field(() => Boolean, { description: 'Whether an introduction may be asked for.' })
  may!: boolean;

  @Field(() => CallAnswerEnum, { description: 'The reason, as a code.' })
  reason!: CallAnswer;

  @Field(() => String, { description: 'What to do, as a sentence in the language of the request.' })
  message!: string;
}

@ObjectType('Position', { description: 'The presence of a company in a country that is not its own.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class PositionType {
  @Field(() => ID, { description: 'The id of the position; it begins with "position_".' })
  id!: string;

  @Field(() => CompanyReference, { nullable: true, description: 'The company that holds it.' })
  company!: CompanyReference;

  @Field(() => PositionKindEnum, { description: 'How the company is present.' })
  kind!: PositionKind;

  @Field(() => CountryCodeScalar, { description: 'The country the company comes from.' })
  homeCountry!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it is present in.' })
  hostCountry!: string;

  @Field(() => String, { description: 'The town it is present in.' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'In France the code of the department, for example 81; null elsewhere.' })
  department!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day it began.' })
  since!: LocalDate;

  @Field(() => [SectorType], { description: 'What it does there.' })
  sectors!: readonly SectorType[];

  @Field(() => Boolean, { description: 'Whether its holder takes calls from other companies of the network.' })
  openToCalls!: boolean;

  @Field(() => LocalDateScalar, { description: 'The day its holder last confirmed it.' })
  lastConfirmedOn!: LocalDate;

  @Field(() => PositionStatusEnum, { description: 'How far it can be relied on today.' })
  status!: PositionStatus;

  /** The rule that `callable` asks, and whose position it is; not shown. */
  rule!: Position;
  holder!: string;
}

export function positionType(view: PositionView, today: LocalDate): PositionType {
  const company = { id: encodeId('company', view.companyId) };
  const rule = new Position({ ...view, companyId: company.id });
  const { homeCountry, hostCountry, city, department, kind, since, sectors, openToCalls, lastConfirmedOn } = view;
  return {
    ...{ homeCountry, hostCountry, city, department, kind, since, sectors, openToCalls, lastConfirmedOn },
    id: encodeId('position', view.id),
    company,
    status: rule.statusOn(today),
    rule,
    holder: view.companyId,
  };
}

export const PositionConnection = countedConnectionType('Position', () => PositionType, 'positions');
