import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { BatchStatus } from '../../domain/affiliation/affiliation-batch.ts';
import type { RowOutcome } from '../../domain/network-list/network-list.ts';
import type { BatchStepView, BatchView, ListRowView, NetworkView } from '../../use-cases/affiliation/affiliation-views.ts';

const batchColumns = `
  b.id, b.version, b.branch_id AS "branchId", b.network_id AS "networkId", b.status, b.file_name AS "fileName", b.encoding, b.delimiter,
  b.ignored_columns AS "ignoredColumns", b.amounts_read_as_euros AS "amountsReadAsEuros", b.counts`;
export const networkColumns = `
  n.id, n.branch_id AS "branchId", n.name, n.agreed_on::text AS "agreedOn", n.ends_on::text AS "endsOn", n.terms`;

const latestBatches = new Keyset(
  'affiliation-batches',
  [
    { sql: 'b.uploaded_at', type: 'timestamptz' },
    { sql: 'b.id', type: 'uuid' },
  ],
  'DESC',
);
const networksByAge = new Keyset('partner-networks', [
  { sql: 'n.agreed_on', type: 'date' },
  { sql: 'n.id', type: 'uuid' },
]);
const rowsInOrder = new Keyset('member-list-rows', [{ sql: 'r.line', type: 'bigint' }]);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** Networks that join, their batches, and what becomes of each row. */
export function affiliationQueries(sql: Sql) {
  return {
    latestBatches,
    networksByAge,
    rowsInOrder,

    networks: (ids: readonly string[]) =>
      sql.query<NetworkView>(`SELECT ${networkColumns} FROM partner_network AS n WHERE n.id = ANY ($1::uuid[])`, [ids]),

    networkPage(branchId: string | undefined, page: Page): Promise<Placed<NetworkView>[]> {
      const parameters = new SqlParameters(branchId ?? null);
      return sql.query<Placed<NetworkView>>(
        `SELECT ${networkColumns}, ${networksByAge.select} FROM partner_network AS n
         WHERE ($1::uuid IS NULL OR n.branch_id = $1) AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    batches: (ids: readonly string[]) =>
      sql.query<BatchView>(`SELECT ${batchColumns} FROM affiliation_batch AS b WHERE b.id = ANY ($1::uuid[])`, [ids]),

    batchForUpdate: async (id: string) =>
      (await sql.query<BatchView>(`SELECT ${batchColumns} FROM affiliation_batch AS b WHERE b.id = $1 FOR UPDATE`, [id]))[0],

    batchPage(branchId: string | undefined, status: BatchStatus | null, page: Page): Promise<Placed<BatchView>[]> {
      const parameters = new SqlParameters(branchId ?? null, status);
      return sql.query<Placed<BatchView>>(
        `SELECT ${batchColumns}, ${latestBatches.select} FROM affiliation_batch AS b
         WHERE ($1::uuid IS NULL OR b.branch_id = $1) AND ($2::text IS NULL OR b.status = $2) AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    /** The last time each step was taken: a batch may be checked more than once. */
    batchSteps: (batchIds: readonly string[]) =>
      sql.query<BatchStepView>(
        `SELECT step.* FROM (
           SELECT DISTINCT ON (h.object_id, h.to_state) h.object_id AS "batchId", h.to_state AS status, h.happened_at AS "happenedAt", h.actor, h.sequence
           FROM history AS h WHERE h.object_kind = 'batch' AND h.object_id = ANY ($1::uuid[]) ORDER BY h.object_id, h.to_state, h.sequence DESC
         ) AS step ORDER BY step.sequence`,
        [batchIds],
      ),

    rowPage(batchId: string, outcome: RowOutcome | null, page: Page): Promise<Placed<ListRowView>[]> {
      const parameters = new SqlParameters(batchId, outcome);
      return sql.query<Placed<ListRowView>>(
        `SELECT r.batch_id AS "batchId", r.line, r.name, r.outcome, r.reasons, r.company_id AS "companyId", r.similar_to AS "similarTo",
           r.company->>'number' AS registration, r.company->>'town' AS town, r.company->>'department' AS department, ${rowsInOrder.select}
         FROM affiliation_row AS r WHERE r.batch_id = $1 AND ($2::text IS NULL OR r.outcome = $2) AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },
  };
}
