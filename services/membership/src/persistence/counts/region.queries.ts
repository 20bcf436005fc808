import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { freshSince } from '../../domain/annual-figures.ts';
import { type Cohort, cohortMonths } from '../../domain/counts/retention.ts';
import type { ExchangesOfTheme, GrowthOfAll, ShownByMembers } from '../../use-cases/counts/counts-views.ts';
import { enteredOn } from '../figures.queries.ts';
import { hasStatus } from '../standing.ts';

const activeMember = (day: string) => `
  SELECT m.company_id FROM membership AS m JOIN branch AS b ON b.id = m.branch_id AND b.kind = 'LOCAL' WHERE ${hasStatus('ACTIVE', day)}`;

const standsAs = (...statuses: ('ACTIVE' | 'GRACE' | 'SUSPENDED')[]) => `EXISTS (
  SELECT 1 FROM membership AS m WHERE m.company_id = member.company_id AND (${statuses.map((one) => `(${hasStatus(one, '$2::date')})`).join(' OR ')}))`;

/** What a funder is told of the network's members together: one statement for each figure, however many they are. */
export function regionQueries(sql: Sql) {
  return {
    /** Whoever was active twelve months before the day, and what became of them. */
    async cohortOf(day: LocalDate): Promise<Cohort> {
      const [cohort] = await sql.query<Cohort>(
        `SELECT count(*)::int AS cohort, count(*) FILTER (WHERE ${standsAs('ACTIVE')})::int AS retained,
           count(*) FILTER (WHERE ${standsAs('GRACE', 'SUSPENDED')})::int AS undecided
         FROM (${activeMember('$1::date')}) AS member`,
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
        `SELECT CASE grouping(fact.kind) WHEN 0 THEN fact.kind END AS kind, count(DISTINCT member.company_id)::int AS members
         FROM (${activeMember('$1::date')}) AS member
         LEFT JOIN responsibility_fact AS fact ON fact.company_id = member.company_id AND fact.stated_on <= $1::date
           AND fact.entered_on <= $2::date AND (fact.valid_until IS NULL OR fact.valid_until >= $1::date)
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
           SELECT DISTINCT ON (f.company_id, f.closed_on) f.company_id, f.closed_on, extract(year FROM f.closed_on) AS year, f.months,
             f.currency, f.turnover, f.fte::float8 AS fte
           FROM (${activeMember('$1::date')}) AS member JOIN annual_figures AS f ON f.company_id = member.company_id
           WHERE f.closed_on <= $1::date AND ${enteredOn} <= $2::date
           ORDER BY f.company_id, f.closed_on DESC, f.entered_at DESC, f.id DESC
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
