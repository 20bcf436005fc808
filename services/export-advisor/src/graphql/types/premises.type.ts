import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { countedConnectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyFromMinor } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Stay } from '../../domain/stay.ts';
import type { OperatorKind, PremisesKind, PremisesView, PriceUnit } from '../../use-cases/views.ts';
import { describedEnum } from '../described-enum.ts';
import { CompanyReference } from './references.type.ts';

const PremisesKindEnum = describedEnum<PremisesKind>('PremisesKind', 'What kind of place it is.', {
  DESK: 'Desks in a shared room.',
  OFFICE: 'An office with a door.',
  MEETING_ROOM: 'A room for meetings.',
  WORKSHOP: 'A workshop or storage space.',
});

const OperatorKindEnum = describedEnum<OperatorKind>('PremisesOperator', 'Who lets a place.', {
  HOUSE: 'A house of the Region.',
  MEMBER: 'A company of the network.',
  PARTNER: 'Another partner of the network.',
});

const PriceUnitEnum = describedEnum<PriceUnit>('PriceUnit', 'What a price is for.', {
  DAY: 'One desk or room for one day.',
  MONTH: 'One desk or room for one month.',
});

@ObjectType('Premises', { description: 'A place to work abroad.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class PremisesType {
  @Field(() => ID, { description: 'The id of the place; it begins with "premises_".' })
  id!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it is in.' })
  country!: string;

  @Field(() => String, { description: 'The town it is in.' })
  town!: string;

  @Field(() => PremisesKindEnum, { description: 'What kind of place it is.' })
  kind!: PremisesKind;

  @Field(() => OperatorKindEnum, { description: 'What kind of body lets it.' })
  operator!: OperatorKind;

  @Field(() => String, { description: 'The name of who lets it.' })
  operatorName!: string;

  @Field(() => CompanyReference, { nullable: true, description: 'The company that lets it, when it is one of the network.' })
  operatorCompany!: CompanyReference | null;

  @Field(() => Int, { description: 'How many desks, or rooms of this kind, there are in all.' })
  capacity!: number;

  @Field(() => LocalDateScalar, { description: 'The first day that freeDesks is counted for.' })
  freeFrom!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day that freeDesks is counted for.' })
  freeTo!: LocalDate;

  @Field(() => MoneyType, { description: 'The price of one desk or room for one pricePer, without tax.' })
  price!: MoneyType;

  @Field(() => PriceUnitEnum, { description: 'What the price is for.' })
  pricePer!: PriceUnit;

  @Field(() => Int, { description: 'The longest term, in months.' })
  maxTermMonths!: number;

  @Field(() => Int, { description: 'How many times a term can be renewed.' })
  renewals!: number;

  @Field(() => [String], { description: 'What comes with it, in the language of the request.' })
  services!: readonly string[];

  /** What `freeDesks` and `score` are loaded by; not shown. */
  uuid!: string;
}

export function premisesType(view: PremisesView, stay: Stay, language: Language): PremisesType {
  const { country, town, kind, operator, operatorName, capacity, maxTermMonths, renewals } = view;
  return {
    ...{ country, town, kind, operator, operatorName, capacity, maxTermMonths, renewals },
    id: encodeId('premises', view.id),
    uuid: view.id,
    operatorCompany: view.operatorCompanyId ? { id: encodeId('company', view.operatorCompanyId) } : null,
    freeFrom: stay.from,
    freeTo: stay.to,
    price: moneyType(moneyFromMinor(view.priceMinor, view.priceCurrency)),
    pricePer: view.priceUnit,
    services: view.services[language],
  };
}

export const PremisesConnection = countedConnectionType('Premises', () => PremisesType, 'premises');
