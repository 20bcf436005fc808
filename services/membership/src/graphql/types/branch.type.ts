import { CountryCodeScalar, CurrencyCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { formerRegionOfBranch } from '../../domain/branch.ts';
import type { BranchView } from '../../use-cases/views.ts';
import { BranchKindEnum, FormerRegionEnum } from './enums.ts';

@ObjectType('Branch', { description: 'A part of the network: a local branch in Occitanie, or a hub abroad.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class BranchType {
  @Field(() => ID, { description: 'The id of the branch; it begins with "branch_".' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The short name it is asked for by, for example tarn or maroc.' })
  code!: string;

  @Field(() => BranchKindEnum, { nullable: true, description: 'Whether it is at home or abroad.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'What people call it, in the language of the request.' })
  name!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country it is in.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'The town it works from.' })
  town!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it opened, null while it is only planned.' })
  openedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its time zone by the IANA database, for example Africa/Casablanca.' })
  timeZone!: string;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency it works in.' })
  currency!: string;

  @Field(() => [String], { nullable: true, description: 'The languages it works in, by their ISO 639-1 codes.' })
  languages!: readonly string[];

  @Field(() => [String], { nullable: true, description: 'The French departments it covers, two signs each; empty abroad.' })
  departments!: readonly string[];

  @Field(() => FormerRegionEnum, { nullable: true, description: 'The former region it lies in; null abroad.' })
  formerRegion!: string | null;

  @Field(() => String, { nullable: true, description: 'The network that joined as a block and became this branch.' })
  grewFrom!: string | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: BranchView;
}

export function showBranch(view: BranchView, language: Language): BranchType {
  const { code, kind, country, town, openedOn, timeZone, currency, languages, departments, grewFrom } = view;
  const name = language === 'fr' ? view.nameFr : view.nameEn;
  const id = encodeId('branch', view.id);
  return {
    id,
    code,
    kind,
    name,
    country,
    town,
    openedOn,
    timeZone,
    currency,
    languages,
    departments,
    formerRegion: formerRegionOfBranch(view),
    grewFrom,
    view,
  };
}
