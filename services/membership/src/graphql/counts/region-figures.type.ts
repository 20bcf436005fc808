import { GapType } from '@leader/subgraph-kit/graph/gap.type';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ResponsibilityKind } from '../../domain/company/responsibility.ts';
import { ResponsibilityKindEnum } from '../company/ties.type.ts';

const few = 'null where few would be recognised, or could be worked out from what is told beside them';
const gap = { nullable: true, description: 'Why a figure is not told; null when it is.' } as const;
const knownAt = { description: 'The day of knowledge. Once it has passed, the answer stays the same.' } as const;

@ObjectType('MemberRetention', {
  description: 'What became of the companies that were active members of the local branches twelve months before a day.',
  simpleResolvers: true,
})
export class MemberRetentionType {
  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Twelve months before: the day on which they were active members.' })
  since!: LocalDate;

  @Field(() => Int, { description: 'In companies: the total of memberCounts on the earlier day.' })
  cohort!: number;

  @Field(() => Int, { nullable: true, description: `Those that are active members on the day, in whatever branch; ${few}.` })
  retained!: number | null;

  @Field(() => Int, { nullable: true, description: `Those in grace or suspended, neither kept nor lost yet; ${few}.` })
  undecided!: number | null;

  @Field(() => Int, { nullable: true, description: `Those that lapsed, resigned or were excluded; ${few}.` })
  left!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the retained in the cohort, from 0 to 1; null with a gap that says why.' })
  rate!: number | null;

  @Field(() => GapType, gap)
  gap!: GapType | null;
}

@ObjectType({ simpleResolvers: true })
abstract class DoneExchangesType {
  @Field(() => Int, { nullable: true, description: `Exchanges that both companies call done; ${few}: few exchanges or few companies.` })
  exchanges!: number | null;

  @Field(() => Float, { nullable: true, description: 'The hours they took, in quarters, as the companies entered them; null as above.' })
  hours!: number | null;
}

@ObjectType('ExchangesByTheme', { description: 'Exchanges of expertise on one theme.', simpleResolvers: true })
class ExchangesByThemeType extends DoneExchangesType {
  @Field(() => String, { description: 'Code of the theme; expertiseThemes tells its name.' })
  theme!: string;
}

@ObjectType('ExchangeFigures', {
  description: 'The exchanges of expertise between members that were done in a year, by what was known on a day.',
  simpleResolvers: true,
})
export class ExchangeFiguresType extends DoneExchangesType {
  @Field(() => Int, { description: 'The calendar year in which they were done.' })
  year!: number;

  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => [ExchangesByThemeType], { description: 'By theme, in the order of the codes; themes without an exchange are left out.' })
  byTheme!: readonly ExchangesByThemeType[];
}

@ObjectType('ResponsibilityShare', { description: 'How many active members show one kind of thing.', simpleResolvers: true })
class ResponsibilityShareType {
  @Field(() => ResponsibilityKindEnum, { description: 'What they show.' })
  kind!: ResponsibilityKind;

  @Field(() => Int, { nullable: true, description: `In companies: those with one that holds on the day, from whatever source; ${few}.` })
  members!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of all active members, from 0 to 1; null as above, and without members.' })
  share!: number | null;
}

@ObjectType('ResponsibilityFigures', {
  description: 'Which share of the active members of the local branches shows what it does for people and the environment.',
  simpleResolvers: true,
})
export class ResponsibilityFiguresType {
  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => LocalDateScalar, knownAt)
  knownAt!: LocalDate;

  @Field(() => Int, { description: 'All active members, in companies.' })
  members!: number;

  @Field(() => [ResponsibilityShareType], { description: 'By kind, the Impact Score first. A member may show several.' })
  byKind!: readonly ResponsibilityShareType[];
}

@ObjectType('GrowthSpread', {
  description: 'Growth from one closed year to the next over many companies, to a tenth of a percent: 0.042 is 4.2 % more.',
  simpleResolvers: true,
})
class GrowthSpreadType {
  @Field(() => Int, { nullable: true, description: 'How many companies it is drawn from; null for 1 to 4.' })
  companies!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'A quarter of the companies grew less, by linear interpolation; null below 5 companies.',
  })
  lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true, description: 'Half of the companies grew less; null below 5 companies.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'A quarter of the companies grew more; null below 5 companies.' })
  upperQuartile!: number | null;

  @Field(() => GapType, gap)
  gap!: GapType | null;
}

@ObjectType('GrowthFigures', {
  description:
    'How the active members of the local branches grew in their last closed year of twelve months over the one before, from figures that were declared, filed or audited and are not stale.',
  simpleResolvers: true,
})
export class GrowthFiguresType {
  @Field(() => LocalDateScalar, { description: 'The day that is spoken of.' })
  asOf!: LocalDate;

  @Field(() => LocalDateScalar, knownAt)
  knownAt!: LocalDate;

  @Field(() => GrowthSpreadType, { description: 'Growth of turnover, of those that told both in one currency.' })
  turnover!: GrowthSpreadType;

  @Field(() => GrowthSpreadType, { description: 'Growth of staff in full-time equivalents, of those that told both.' })
  fte!: GrowthSpreadType;
}
