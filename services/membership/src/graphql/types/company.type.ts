import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType, countedConnectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId, type Uuid } from '@leader/subgraph-kit/values/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { formerRegionOf } from '../../domain/former-region.ts';
import type { CompanyView } from '../../use-cases/views.ts';
import { AnnualFiguresType } from './annual-figures.type.ts';
import { FormerRegionEnum } from './enums.ts';

@ObjectType('Company', { description: 'A company the network knows: a member, a former one, or a prospect.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CompanyType {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name in its register.' })
  legalName!: string;

  @Field(() => String, { nullable: true, description: 'The name it is known by, null when it uses no other.' })
  tradeName!: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country of its register.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The town of its seat.' })
  town!: string | null;

  @Field(() => String, { nullable: true, description: 'The French department of its seat, two signs such as 09 or 81; null abroad.' })
  department!: string | null;

  @Field(() => FormerRegionEnum, { nullable: true, description: 'The former region its seat lies in; null outside Occitanie.' })
  formerRegion!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was founded, null when nobody told.' })
  foundedOn!: string | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: CompanyView;
}

/** What clients see of a company's own row; the other fields are loaded when asked for. */
export function showCompany(view: CompanyView): CompanyType {
  const { legalName, tradeName, country, town, department, foundedOn } = view;
  return {
    id: companyId(view.id),
    legalName,
    tradeName,
    country,
    town,
    department,
    formerRegion: formerRegionOf(department),
    foundedOn,
    view,
  };
}

export function companyId(uuid: Uuid): string {
  return encodeId('company', uuid);
}

export const CompanyConnectionType = countedConnectionType('Company', () => CompanyType, 'companies of the directory');
export const AnnualFiguresConnectionType = connectionType('AnnualFigures', () => AnnualFiguresType, 'closed years of a company');
