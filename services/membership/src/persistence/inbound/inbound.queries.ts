import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { inboundStatuses, isConfidential, waitingStatuses } from '../../domain/inbound/inbound-project.ts';
import type { InboundFilter, InboundReach, InboundStepView, InboundTally, InboundView } from '../../use-cases/inbound/inbound-views.ts';

export const inboundColumns = `
  p.id, p.version, p.source_branch_id AS "sourceBranchId", p.organisation, p.country, p.activity_section AS "activitySection", p.surface,
  p.departments, p.budget, p.currency, p.wanted_on::text AS "wantedOn", p.jobs_announced AS "jobsAnnounced",
  p.received_on::text AS "receivedOn", p.status, p.since::text AS since, p.owner_branch_id AS "ownerBranchId", p.siret,
  p.jobs_created AS "jobsCreated", p.decline_reason AS "declineReason"`;

const longestWaiting = new Keyset('inbound-projects', [
  { sql: 'p.since', type: 'date' },
  { sql: 'p.id', type: 'uuid' },
]);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** Who looks for a site, and what became of it. */
export function inboundQueries(sql: Sql) {
  return {
    inboundProjects: (ids: readonly string[]) =>
      sql.query<InboundView>(`SELECT ${inboundColumns} FROM inbound_project AS p WHERE p.id = ANY ($1::uuid[])`, [ids]),

    inboundSteps: (projectIds: readonly string[]) =>
      sql.query<InboundStepView>(
        `SELECT project_id AS "projectId", status, recorded_on::text AS "recordedOn", visited_on::text AS "visitedOn"
         FROM inbound_step WHERE project_id = ANY ($1::uuid[]) ORDER BY recorded_on, id`,
        [projectIds],
      ),

    longestWaiting,

    inboundPage(filter: InboundFilter, page: Page): Promise<Placed<InboundView>[]> {
      const parameters = new SqlParameters();
      const conditions = [within(filter.reach, parameters)];
      if (filter.status) conditions.push(`p.status = ${parameters.add(filter.status)}`);
      if (filter.branch)
        conditions.push(
          `(p.owner_branch_id = ${parameters.add(filter.branch.id)} OR ${isUnownedIn(parameters.add(filter.branch.departments))})`,
        );
      if (filter.waitingSinceBefore)
        conditions.push(
          `p.status = ANY (${parameters.add(waitingStatuses)}::text[]) AND p.since < ${parameters.add(filter.waitingSinceBefore)}`,
        );
      conditions.push(page.where(parameters));
      return sql.query<Placed<InboundView>>(
        `SELECT ${inboundColumns}, ${longestWaiting.select} FROM inbound_project AS p
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    /** Where the projects stood on a day, by what had been entered then. */
    inboundTally: (day: LocalDate) =>
      sql.query<InboundTally>(
        `SELECT latest.status, count(*)::int AS count,
           coalesce(sum(p.jobs_created) FILTER (WHERE latest.status = 'INSTALLED'), 0)::int AS "jobsCreated"
         FROM inbound_project AS p JOIN LATERAL (
           SELECT s.status FROM inbound_step AS s WHERE s.project_id = p.id AND s.recorded_on <= $1::date ORDER BY s.recorded_on DESC, s.id DESC LIMIT 1
         ) AS latest ON true GROUP BY latest.status`,
        [day],
      ),
  };
}

/** The same as `isWithin`, for lists: a test asks both about every project. */
function within(reach: InboundReach, parameters: SqlParameters): string {
  if (reach.kind === 'ALL') return 'TRUE';
  if (reach.kind === 'SOURCE') return `p.source_branch_id = ${parameters.add(reach.branchId)}`;
  const published = `p.status = ANY (${parameters.add(inboundStatuses.filter((status) => !isConfidential(status)))}::text[])`;
  if (reach.kind === 'PUBLISHED') return published;
  const branch = parameters.add(reach.branchId);
  return `(${published} OR p.owner_branch_id = ${branch} OR p.source_branch_id = ${branch} OR ${isUnownedIn(parameters.add(reach.departments))})`;
}

function isUnownedIn(departments: string): string {
  return `(p.owner_branch_id IS NULL AND (p.departments = '{}' OR p.departments && ${departments}::text[]))`;
}
