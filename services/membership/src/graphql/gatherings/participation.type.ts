import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Int, ObjectType } from 'type-graphql';
import type { PolicyTag } from '../../domain/funding/agreement.ts';
import { told, toldParts } from '../../domain/gatherings/participation.ts';
import type { ParticipationView } from '../../use-cases/gatherings/gathering-views.ts';
import { PolicyTagEnum } from '../funding/funding-enums.ts';

@ObjectType({ simpleResolvers: true })
abstract class ParticipationType {
  @Field(() => Int, { description: 'How many missions and meetings took place.' })
  gatherings!: number;

  @Field(() => Int, { nullable: true, description: 'How many people came, each time they did; null where few would be recognised.' })
  participants!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many companies sent somebody; null where few would be recognised.' })
  companies!: number | null;
}

@ObjectType('ParticipationByCountry', { description: 'What took place in one country.', simpleResolvers: true })
class CountryParticipationType extends ParticipationType {
  @Field(() => CountryCodeScalar, { description: 'The country.' })
  country!: string;
}

@ObjectType('ParticipationByTheme', { description: 'What took place on one theme.', simpleResolvers: true })
class ThemeParticipationType extends ParticipationType {
  @Field(() => String, { description: 'Code of the theme; expertiseThemes tells its name.' })
  theme!: string;
}

@ObjectType('ParticipationByPolicy', { description: 'What took place for one part of the policy of the Region.', simpleResolvers: true })
class PolicyParticipationType extends ParticipationType {
  @Field(() => PolicyTagEnum, { description: 'The part of the policy.' })
  policyTag!: PolicyTag;
}

@ObjectType('GatheringFigures', {
  description: 'The missions and meetings that began in a year, and who came, by what was known on a day.',
  simpleResolvers: true,
})
export class GatheringFiguresType extends ParticipationType {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => [CountryParticipationType], { description: 'By the country where they took place, in the order of the codes.' })
  byCountry!: readonly CountryParticipationType[];

  @Field(() => [ThemeParticipationType], { description: 'By theme, in the order of the codes.' })
  byTheme!: readonly ThemeParticipationType[];

  @Field(() => [PolicyParticipationType], { description: 'By the part of the policy they served; those that serve none are left out.' })
  byPolicy!: readonly PolicyParticipationType[];
}

export function showFigures(rows: readonly ParticipationView[], year: number, asOf: LocalDate): GatheringFiguresType {
  const whole = rows.find(({ by }) => by === 'ALL') ?? { gatherings: 0, participants: 0, companies: 0 };
  const parts = (by: ParticipationView['by']) =>
    toldParts(rows.filter((row) => row.by === by)).flatMap(({ key, gatherings, participants, companies }) =>
      key === null ? [] : [{ key, gatherings, participants, companies }],
    );
  return {
    year,
    asOf,
    ...told(whole),
    byCountry: parts('COUNTRY').map(({ key, ...counts }) => ({ country: key, ...counts })),
    byTheme: parts('THEME').map(({ key, ...counts }) => ({ theme: key, ...counts })),
    byPolicy: parts('POLICY').map(({ key, ...counts }) => ({ policyTag: key as PolicyTag, ...counts })),
  };
}
