import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type {
  GatheringFilter,
  GatheringReach,
  GatheringView,
  ParticipationView,
  SignUpFilter,
  SignUpView,
} from '../../use-cases/gatherings/gathering-views.ts';

export const gatheringColumns = `
  g.id, g.version, g.kind, g.branch_id AS "branchId", g.country, g.title, g.begins_on::text AS "beginsOn", g.ends_on::text AS "endsOn", g.theme,
  g.policy_tag AS "policyTag", g.audience, g.places, g.places_taken AS "placesTaken", g.last_rank AS "lastRank",
  g.opened_on::text AS "openedOn", g.sign_up_until::text AS "signUpUntil", g.cancelled_on::text AS "cancelledOn",
  g.cancel_reason AS "cancelReason"`;

const cameBy = (day: string) =>
  `(SELECT a.came FROM gathering_attendance AS a WHERE a.sign_up_id = s.id AND a.recorded_on <= ${day} ORDER BY a.sequence DESC LIMIT 1)`;

export const signUpColumns = `
  s.id, s.gathering_id AS "gatheringId", s.company_id AS "companyId", s.person_id AS "personId", s.rank,
  s.signed_up_on::text AS "signedUpOn", s.placed_on::text AS "placedOn", s.moved_up_on::text AS "movedUpOn", s.withdrawn_on::text AS "withdrawnOn",
  ${cameBy(`'infinity'`)} AS came`;

const nextGatherings = new Keyset('gatherings', [
  { sql: 'g.begins_on', type: 'date' },
  { sql: 'g.id', type: 'uuid' },
]);

const firstSignUps = new Keyset('sign-ups', [
  { sql: 'g.begins_on', type: 'date' },
  { sql: 's.gathering_id', type: 'uuid' },
  { sql: 's.rank', type: 'bigint' },
  { sql: 's.id', type: 'uuid' },
]);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** Where the network goes and meets, and who comes. */
export function gatheringQueries(sql: Sql) {
  return {
    gatherings: (ids: readonly string[]) =>
      sql.query<GatheringView>(`SELECT ${gatheringColumns} FROM gathering AS g WHERE g.id = ANY ($1::uuid[])`, [ids]),

    waiting: (gatheringIds: readonly string[]) =>
      sql.query<{ gatheringId: string; count: number }>(
        `SELECT gathering_id AS "gatheringId", count(*)::int AS count FROM gathering_sign_up
         WHERE gathering_id = ANY ($1::uuid[]) AND placed_on IS NULL AND withdrawn_on IS NULL GROUP BY gathering_id`,
        [gatheringIds],
      ),

    nextGatherings,

    gatheringPage(filter: GatheringFilter, page: Page): Promise<Placed<GatheringView>[]> {
      const parameters = new SqlParameters(filter.from);
      const conditions = ['g.ends_on >= $1::date', within(filter.reach, parameters)];
      if (filter.kind) conditions.push(`g.kind = ${parameters.add(filter.kind)}`);
      if (filter.country) conditions.push(`g.country = ${parameters.add(filter.country)}`);
      if (filter.branchId) conditions.push(`g.branch_id = ${parameters.add(filter.branchId)}`);
      if (filter.theme) conditions.push(`g.theme = ${parameters.add(filter.theme)}`);
      conditions.push(page.where(parameters));
      return sql.query<Placed<GatheringView>>(
        `SELECT ${gatheringColumns}, ${nextGatherings.select} FROM gathering AS g
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    signUps: (ids: readonly string[]) =>
      sql.query<SignUpView>(`SELECT ${signUpColumns} FROM gathering_sign_up AS s WHERE s.id = ANY ($1::uuid[])`, [ids]),

    firstSignUps,

    signUpPage({ companyId, gatheringId, movedUpSince }: SignUpFilter, page: Page): Promise<Placed<SignUpView>[]> {
      const parameters = new SqlParameters();
      const conditions = [page.where(parameters)];
      if (companyId) conditions.push(`s.company_id = ${parameters.add(companyId)}`);
      if (gatheringId) conditions.push(`s.gathering_id = ${parameters.add(gatheringId)}`);
      if (movedUpSince) conditions.push(`s.moved_up_on >= ${parameters.add(movedUpSince)}`);
      return sql.query<Placed<SignUpView>>(
        `SELECT ${signUpColumns}, ${firstSignUps.select} FROM gathering_sign_up AS s JOIN gathering AS g ON g.id = s.gathering_id
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    /** What took place between two days, by what had been written down by the last of three. */
    participation: (from: LocalDate, until: LocalDate, asOf: LocalDate) =>
      sql.query<ParticipationView>(
        `SELECT CASE WHEN grouping(country) = 0 THEN 'COUNTRY' WHEN grouping(theme) = 0 THEN 'THEME' WHEN grouping(policy_tag) = 0 THEN 'POLICY' ELSE 'ALL' END AS by,
           coalesce(country, theme, policy_tag) AS key, count(DISTINCT id)::int AS gatherings, count(*) FILTER (WHERE came)::int AS participants,
           count(DISTINCT company_id) FILTER (WHERE came)::int AS companies
         FROM (
           SELECT g.id, g.country, g.theme, g.policy_tag, s.company_id, ${cameBy('$3::date')} AS came
           FROM gathering AS g LEFT JOIN gathering_sign_up AS s ON s.gathering_id = g.id
           WHERE g.begins_on BETWEEN $1::date AND least($2::date, $3::date) AND (g.cancelled_on IS NULL OR g.cancelled_on > $3::date)
         ) AS taken GROUP BY GROUPING SETS ((), (country), (theme), (policy_tag)) ORDER BY 1, 2`,
        [from, until, asOf],
      ),
  };
}

/** The same as `isWithin`, for lists: a test asks both about every gathering. */
function within(reach: GatheringReach, parameters: SqlParameters): string {
  if (reach.kind === 'ALL') return 'TRUE';
  const country = parameters.add(reach.country);
  return `(g.country = ${country} OR g.branch_id IN (SELECT b.id FROM branch AS b WHERE b.country = ${country}))`;
}
