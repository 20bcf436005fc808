import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { responsibilityKinds } from '../../domain/company/responsibility.ts';
import { toldExchanges } from '../../domain/counts/exchanges.ts';
import { type Quartiles, spreadOf } from '../../domain/counts/growth.ts';
import { shareOf } from '../../domain/counts/responsibility-share.ts';
import { cohortMonths, retentionOf } from '../../domain/counts/retention.ts';
import { requireFiguresReader } from '../../use-cases/reading-rights.ts';
import { dayAskedAbout, dayOfKnowledge } from '../../use-cases/search-directory.ts';
import { say } from '../../use-cases/sentences.ts';
import { asOfDescription, knownAtDescription } from '../as-of.ts';
import type { MembershipContext } from '../context.ts';
import { showFigureGap } from './counts.texts.ts';
import { ExchangeFiguresType, GrowthFiguresType, MemberRetentionType, ResponsibilityFiguresType } from './region-figures.type.ts';

const forWhom = 'For branches and for reports.';
const nothing = { exchanges: 0, companies: 0, quarterHours: 0 };

@Resolver()
export class RegionFiguresResolver {
  @Query(() => MemberRetentionType, {
    nullable: true,
    description: `Of the active members of twelve months before: how many still are. ${forWhom}`,
  })
  async memberRetention(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { viewer, today, counts }: MembershipContext,
  ): Promise<MemberRetentionType> {
    requireFiguresReader(viewer);
    const day = dayAskedAbout(asOf, today, viewer);
    const { gap, ...retention } = retentionOf(await counts.cohortOf(day));
    return { asOf: day, since: addMonths(day, -cohortMonths), ...retention, gap: showFigureGap(gap, viewer.language) };
  }

  @Query(() => ExchangeFiguresType, {
    nullable: true,
    description: `How many exchanges of expertise were done in a year and how long they took, by theme. ${forWhom}`,
  })
  async exchangeFigures(
    @Arg('year', () => Int, { description: 'The calendar year in which they were done, from 2009 on.' }) year: number,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { viewer, today, counts }: MembershipContext,
  ): Promise<ExchangeFiguresType> {
    requireFiguresReader(viewer);
    if (year < 2009 || year > 2999) throw new InvalidInput(say('NOT_A_CALENDAR_YEAR', viewer));
    const day = dayAskedAbout(asOf, today, viewer);
    const done = await counts.exchangesDone(`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate, day);
    const ofThemes = done.flatMap(({ theme, ...rest }) => (theme === null ? [] : [{ theme, ...rest }]));
    const [whole = { exchanges: null, hours: null }] = toldExchanges([done.find(({ theme }) => theme === null) ?? nothing]);
    const told = toldExchanges(ofThemes);
    const byTheme = ofThemes.map(({ theme }, index) => ({ theme, exchanges: null, hours: null, ...told[index] }));
    return { year, asOf: day, ...whole, byTheme };
  }

  @Query(() => ResponsibilityFiguresType, {
    nullable: true,
    description: `How many active members have an Impact Score, a VSME report or a label. ${forWhom}`,
  })
  async responsibilityFigures(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Arg('knownAt', () => LocalDateScalar, knownAtDescription) knownAt: LocalDate | null | undefined,
    @Ctx() { viewer, today, counts }: MembershipContext,
  ): Promise<ResponsibilityFiguresType> {
    requireFiguresReader(viewer);
    const day = dayAskedAbout(asOf, today, viewer);
    const known = dayOfKnowledge(knownAt, day, today, viewer);
    const shown = await counts.shownByMembers(day, known);
    const showing = (kind: string | null) => shown.find((one) => one.kind === kind)?.members ?? 0;
    const byKind = responsibilityKinds.map((kind) => ({ kind, ...shareOf(showing(null), showing(kind)) }));
    return { asOf: day, knownAt: known, members: showing(null), byKind };
  }

  @Query(() => GrowthFiguresType, {
    nullable: true,
    description: `How turnover and staff of active members grew from one closed year to the next: median and quartiles. ${forWhom}`,
  })
  async growthFigures(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Arg('knownAt', () => LocalDateScalar, knownAtDescription) knownAt: LocalDate | null | undefined,
    @Ctx() { viewer, today, counts }: MembershipContext,
  ): Promise<GrowthFiguresType> {
    requireFiguresReader(viewer);
    const day = dayAskedAbout(asOf, today, viewer);
    const known = dayOfKnowledge(knownAt, day, today, viewer);
    const growth = await counts.growthOfAll(day, known);
    const spread = (companies: number, quartiles: Quartiles | null) => {
      const { gap, ...told } = spreadOf(companies, quartiles);
      return { ...told, gap: showFigureGap(gap, viewer.language) };
    };
    return {
      asOf: day,
      knownAt: known,
      turnover: spread(growth.turnoverCompanies, growth.turnoverQuartiles),
      fte: spread(growth.fteCompanies, growth.fteQuartiles),
    };
  }
}
