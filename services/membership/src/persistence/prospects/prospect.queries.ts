import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import { callReasons, longSilenceInDays } from '../../domain/prospects/prospect.ts';
import type { ProspectFilter, ProspectView } from '../../use-cases/prospects/prospect-views.ts';

const mostUrgent = new Keyset('prospects-to-call', [
  { sql: 'p.urgency', type: 'bigint' },
  { sql: 'p.sort_name', type: 'text' },
  { sql: 'p."companyId"', type: 'uuid' },
]);

type Placed = ProspectView & Record<`cursor_${number}`, string>;

/** Companies that were never members, and what branches know of them. */
export function prospectQueries(sql: Sql) {
  return {
    mostUrgent,

    /** Only those there is a reason to call, by `reasonsToCall`: a test asks both about every prospect. */
    prospectPage({ day, branchId, segment }: ProspectFilter, page: Page): Promise<Placed[]> {
      const parameters = new SqlParameters(day);
      const conditions = [
        'NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND m.began_on <= $1::date)',
        'c.prospect_branch_id IS NOT NULL',
      ];
      if (branchId) conditions.push(`c.prospect_branch_id = ${parameters.add(branchId)}`);
      if (segment) conditions.push(`c.prospect_segment = ${parameters.add(segment)}`);
      return sql.query<Placed>(
        `SELECT p.*, ${mostUrgent.select} FROM (
           SELECT known.*, ${urgency} AS urgency FROM (
             SELECT c.id AS "companyId", c.sort_name, c.prospect_branch_id AS "branchId", c.prospect_segment AS segment,
               latest.contacted_on::text AS "lastContactOn", latest.outcome AS "lastOutcome", latest.call_back_on::text AS "callBackOn",
               latest.note AS "lastNote", coalesce(planned.projects, '[]') AS "growthProjects", planned.projects IS NOT NULL AS "hasGrowthProject"
             FROM company AS c
             LEFT JOIN LATERAL (
               SELECT k.* FROM prospect_contact AS k WHERE k.company_id = c.id AND k.contacted_on <= $1::date ORDER BY k.contacted_on DESC, k.id DESC LIMIT 1
             ) AS latest ON true
             LEFT JOIN LATERAL (
               SELECT json_agg(json_build_object('kind', g.kind, 'title', g.title, 'startsOn', g.starts_on::text) ORDER BY g.recorded_on DESC, g.id DESC) AS projects
               FROM growth_project AS g WHERE g.company_id = c.id AND g.recorded_on <= $1::date
             ) AS planned ON true
             WHERE ${conditions.join(' AND ')}
           ) AS known
         ) AS p WHERE p.urgency IS NOT NULL AND ${page.where(parameters)} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },
  };
}

const isSilent = `"lastContactOn"::date + ${longSilenceInDays} < $1::date`;

/** The place of the first reason in the list of the domain; null without a reason. */
const urgency = `(CASE
  WHEN "lastOutcome" = 'NEVER_AGAIN' OR "callBackOn"::date > $1::date THEN NULL
  WHEN "callBackOn" IS NOT NULL THEN ${callReasons.indexOf('CALL_BACK_DUE')}
  WHEN "lastOutcome" = 'INTERESTED' THEN ${callReasons.indexOf('INTERESTED')}
  WHEN "hasGrowthProject" AND ("lastContactOn" IS NULL OR ${isSilent}) THEN ${callReasons.indexOf('GROWTH_PROJECT')}
  WHEN "lastContactOn" IS NULL THEN ${callReasons.indexOf('NEVER_CONTACTED')}
  WHEN ${isSilent} THEN ${callReasons.indexOf('LONG_SILENCE')}
END)`;
