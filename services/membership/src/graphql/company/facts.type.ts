import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, ObjectType } from 'type-graphql';
import type { SitePlaceView } from '../../use-cases/company/facts-views.ts';

@ObjectType('CompanyRegister', {
  description: 'A register of companies that numbers may be entered of. Which ones there are is data.',
  simpleResolvers: true,
})
export class CompanyRegisterType {
  @Field(() => String, { description: 'The code it is asked for by, for example SIREN.' })
  code!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it is kept in.' })
  country!: string;

  @Field(() => String, { description: 'What people there call it.' })
  name!: string;

  @Field(() => String, { description: 'What a number of it looks like.' })
  example!: string;
}

@ObjectType('CompanySite', { description: 'A place where a company works or worked.', simpleResolvers: true })
export class CompanySiteType {
  @Field(() => ID, { description: 'The id of the site; it begins with "site_".' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the seat.' })
  isSeat!: boolean;

  @Field(() => CountryCodeScalar, { description: 'The country it lies in.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Its town; null when nobody told.' })
  town!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its French department, two signs such as 09 or 81; null abroad, or when nobody told.',
  })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Its SIRET, fourteen digits; null abroad, or when nobody told.' })
  siret!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it opened; null when nobody told.' })
  openedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day it was open; null while it is.' })
  closedOn!: LocalDate | null;
}

export function showSite({ companyId: _, ...site }: SitePlaceView): CompanySiteType {
  return { ...site, id: encodeId('site', site.id) };
}

export const CompanySiteConnectionType = connectionType(
  'CompanySite',
  () => CompanySiteType,
  'sites of a company, in the order they were entered',
);
