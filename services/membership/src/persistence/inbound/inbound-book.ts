import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import { newId } from '@leader/subgraph-kit/values/ids';
import type { InboundStep } from '../../domain/inbound/inbound-project.ts';
import type { InboundBook } from '../../use-cases/inbound/inbound-ports.ts';
import type { InboundView } from '../../use-cases/inbound/inbound-views.ts';
import { membershipQueries } from '../membership.queries.ts';
import { inboundColumns } from './inbound.queries.ts';

/** Inbound projects within one transaction. */
export function inboundBook(sql: Sql): InboundBook {
  return {
    branches: () => membershipQueries(sql).branches(),

    async enterProject(id, project, step) {
      const { sourceBranchId, organisation, country, activitySection, surface, departments, budget, currency, wantedOn, jobsAnnounced } =
        project;
      await sql.query(
        `INSERT INTO inbound_project (id, version, source_branch_id, organisation, country, activity_section, surface, departments, budget, currency,
           wanted_on, jobs_announced, received_on, status, since)
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)`,
        [
          ...[id, sourceBranchId, organisation, country, activitySection, surface, departments, budget, currency],
          ...[wantedOn, jobsAnnounced, step.recordedOn, step.status],
        ],
      );
      await insertStep(sql, id, step);
    },

    async projectForUpdate(id) {
      const [project] = await sql.query<InboundView>(`SELECT ${inboundColumns} FROM inbound_project AS p WHERE p.id = $1 FOR UPDATE`, [id]);
      return project;
    },

    async isSiretTaken(siret) {
      return (await sql.query('SELECT 1 FROM inbound_project WHERE siret = $1', [siret])).length > 0;
    },

    async enterStep({ id }, expectedVersion, step) {
      const swap = await swapVersion(sql, { table: 'inbound_project', key: 'id' }, id, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query(
        `UPDATE inbound_project SET status = $2, since = $3, owner_branch_id = coalesce($4, owner_branch_id), siret = coalesce($5, siret),
           jobs_created = coalesce($6, jobs_created), decline_reason = $7 WHERE id = $1`,
        [id, step.status, step.recordedOn, step.branchId, step.siret, step.jobsCreated, step.reason],
      );
      await insertStep(sql, id, step);
      return swap;
    },
  };
}

async function insertStep(sql: Sql, projectId: string, { status, recordedOn, branchId, visitedOn }: InboundStep): Promise<void> {
  await sql.query(`INSERT INTO inbound_step (id, project_id, status, recorded_on, branch_id, visited_on) VALUES ($1, $2, $3, $4, $5, $6)`, [
    newId(),
    projectId,
    status,
    recordedOn,
    branchId,
    visitedOn,
  ]);
}
