import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { freshSince } from '../../domain/annual-figures.ts';
import { type Cohort, cohortMonths } from '../../domain/counts/retention.ts';
import type { ExchangesOfTheme, GrowthOfAll, ShownByMembers } from '../../use-cases/counts/counts-views.ts';
import { enteredOn } from '../figures.queries.ts';
import { hasStatus, isCurrent } from '../standing.ts';
import { factsThen, joinPast, recordThen } from './counted-before.ts';

/** Memberships of local branches, each as the record that it was of on a day of knowledge. */
const localMemberships = (knownAt: string) =>
  `membership AS m JOIN branch AS b ON b.id = m.branch_id AND b.kind = 'LOCAL' ${joinPast(knownAt)}`;

/** What a funder is told of the network's members together: one statement for each figure, however many they are. */
export function regionQueries(sql: Sql) {
  return {
    /** Whoever was active twelve months before the day, and what became of them. */
    async cohortOf(day: LocalDate): Promise<Cohort> {
      const [cohort] = await sql.query<Cohort>(
        `WITH cohort AS (
           SELECT ${recordThen} AS record FROM ${localMemberships('$2::date')} WHERE ${hasStatus('ACTIVE', '$1::date')}
         ), standing AS (
           SELECT ${recordThen} AS record, bool_or(${hasStatus('ACTIVE', '$2::date')}) AS stays,
             bool_or((${hasStatus('GRACE', '$2::date')}) OR (${hasStatus('SUSPENDED', '$2::date')})) AS waits
           FROM membership AS m ${joinPast('$2::date')} WHERE ${isCurrent('$2::date')} GROUP BY 1
         )
         SELECT count(*)::int AS cohort, count(*) FILTER (WHERE stays)::int AS retained, count(*) FILTER (WHERE waits)::int AS undecided
         FROM cohort LEFT JOIN standing USING (record)`,
        [addMonths(day, -cohortMonths), day],
      );
      return cohort ?? { cohort: 0, retained: 0, undecided: 0 };
    },

    /** Exchanges that were done between two days, by what had been entered by the last of three. Without a theme: all of them. */
    exchangesDone: (from: LocalDate, until: LocalDate, asOf: LocalDate) =>
      sql.query<ExchangesOfTheme>(
        `SELECT e.theme, count(DISTINCT e.id)::int AS exchanges, count(DISTINCT party.id)::int AS companies,
           -- Each exchange stands here once for each of its two companies.
           coalesce(sum(e.quarter_hours) / 2, 0)::int AS "quarterHours"
         FROM expertise_exchange AS e CROSS JOIN LATERAL (VALUES (e.expert_id), (e.seeker_id)) AS party(id)
         WHERE e.done_on BETWEEN $1::date AND least($2::date, $3::date)
         GROUP BY GROUPING SETS ((), (e.theme)) ORDER BY e.theme NULLS FIRST`,
        [from, until, asOf],
      ),

    /** Active members of a day, and those who show something that holds that day, by what was known. Without a kind: all of them. */
    async shownByMembers(asOf: LocalDate, knownAt: LocalDate): Promise<ShownByMembers[]> {
      return sql.query<ShownByMembers>(
        `SELECT CASE grouping(fact.kind) WHEN 0 THEN fact.kind END AS kind, count(DISTINCT ${recordThen})::int AS members
         FROM ${localMemberships('$2::date')}
         LEFT JOIN LATERAL (
           SELECT f.kind FROM ${factsThen('responsibility_fact')} AS f
           WHERE f.stated_on <= $1::date AND f.entered_on <= $2::date AND (f.valid_until IS NULL OR f.valid_until >= $1::date)
         ) AS fact ON true
         WHERE ${hasStatus('ACTIVE', '$1::date')}
         GROUP BY GROUPING SETS ((), (fact.kind)) HAVING grouping(fact.kind) = 1 OR fact.kind IS NOT NULL`,
        [asOf, knownAt],
      );
    },

    /** As `growthOf` says of each active member. */
    async growthOfAll(asOf: LocalDate, knownAt: LocalDate): Promise<GrowthOfAll> {
      const quartiles = (of: string) =>
        `count(${of})::int AS "${of}Companies", percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY ${of}) AS "${of}Quartiles"`;
      const [growth] = await sql.query<GrowthOfAll>(
        `WITH known AS (
           SELECT DISTINCT ON (${recordThen}, f.closed_on) ${recordThen} AS company_id, f.closed_on, extract(year FROM f.closed_on) AS year, f.months,
             f.currency, f.turnover, f.fte::float8 AS fte
           FROM ${localMemberships('$2::date')}
           CROSS JOIN LATERAL (
             SELECT * FROM ${factsThen('annual_figures')} AS reported WHERE closed_on <= $1::date AND ${enteredOn} <= $2::date
           ) AS f
           WHERE ${hasStatus('ACTIVE', '$1::date')}
           ORDER BY 1, f.closed_on DESC, f.entered_at DESC, f.id DESC
         ), latest AS (
           SELECT DISTINCT ON (company_id) * FROM known ORDER BY company_id, closed_on DESC
         ), growth AS (
           SELECT DISTINCT ON (latest.company_id)
             CASE WHEN before.currency = latest.currency THEN (latest.turnover - before.turnover)::float8 / nullif(before.turnover, 0) END AS turnover,
             (latest.fte - before.fte) / nullif(before.fte, 0) AS fte
           FROM latest JOIN known AS before
             ON before.company_id = latest.company_id AND before.year = latest.year - 1 AND before.months = 12
           WHERE latest.months = 12 AND latest.closed_on >= $3::date
           ORDER BY latest.company_id, before.closed_on DESC
         )
         SELECT ${quartiles('turnover')}, ${quartiles('fte')} FROM growth`,
        [asOf, knownAt, freshSince(asOf)],
      );
      return growth ?? { turnoverCompanies: 0, turnoverQuartiles: null, fteCompanies: 0, fteQuartiles: null };
    },
  };
}
