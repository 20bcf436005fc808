import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { DuesMovementView, DuesRateView, DuesView, RenewalView } from '../use-cases/views.ts';
import { hasStatus } from './standing.ts';

const byYear = new Keyset('dues', [{ sql: 'd.year', type: 'bigint' }], 'DESC');
const latestFirst = new Keyset('dues-movements', [{ sql: 'v.sequence', type: 'bigint' }], 'DESC');
const oldestFirst = new Keyset('waiting-payments', [{ sql: 'v.sequence', type: 'bigint' }]);
const soonestFirst = new Keyset('memberships-to-renew', [
  { sql: 'm.covered_until', type: 'date' },
  { sql: 'm.company_id', type: 'uuid' },
]);

type Placed<View> = View & Record<`cursor_${number}`, string>;
type Stored<View> = { readonly [Key in keyof View]: View[Key] extends bigint ? string : View[Key] };

const movementColumns = `v.company_id AS "companyId", v.year, v.kind, v.reference, v.amount, v.currency, v.moved_on::text AS "on", v.ground, v.waits`;

/** What companies owe and paid, and whose dues are to be asked for. */
export function duesQueries(sql: Sql) {
  return {
    duesByYear: byYear,
    duesMovementsLatestFirst: latestFirst,
    waitingOldestFirst: oldestFirst,
    soonestFirst,

    async duesOfYears(companyIds: readonly string[], year: number): Promise<DuesView[]> {
      const rows = await sql.query<Stored<DuesView>>(
        `SELECT ${duesColumns} FROM dues AS d WHERE d.company_id = ANY ($1::uuid[]) AND d.year = $2`,
        [companyIds, year],
      );
      return rows.map(asDues);
    },

    /** One page of years for each company, the latest first: one statement for all of them. */
    async duesPages(companyIds: readonly string[], page: Page): Promise<Placed<DuesView>[]> {
      const parameters = new SqlParameters(companyIds);
      const text = `
        SELECT year.* FROM unnest($1::uuid[]) AS parent(id) CROSS JOIN LATERAL (
          SELECT ${duesColumns}, ${byYear.select} FROM dues AS d WHERE d.company_id = parent.id AND ${page.where(parameters)}
          ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
        ) AS year`;
      const rows = await sql.query<Placed<Stored<DuesView>>>(text, parameters.values);
      return rows.map((row) => ({ ...row, ...asDues(row) }));
    },

    async duesMovementPages(companyIds: readonly string[], page: Page): Promise<Placed<DuesMovementView>[]> {
      const parameters = new SqlParameters(companyIds);
      const text = `
        SELECT movement.* FROM unnest($1::uuid[]) AS parent(id) CROSS JOIN LATERAL (
          SELECT ${movementColumns}, ${latestFirst.select} FROM dues_movement AS v WHERE v.company_id = parent.id AND ${page.where(parameters)}
          ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
        ) AS movement`;
      return (await sql.query<Placed<Stored<DuesMovementView>>>(text, parameters.values)).map(asMovement);
    },

    async waitingPayments(branchId: string | undefined, page: Page): Promise<Placed<DuesMovementView>[]> {
      const parameters = new SqlParameters();
      const ofBranch = branchId === undefined ? 'TRUE' : belongsTo(parameters.add(branchId));
      const text = `SELECT ${movementColumns}, ${oldestFirst.select} FROM dues_movement AS v WHERE v.waits AND ${ofBranch} AND ${page.where(parameters)}
        ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`;
      return (await sql.query<Placed<Stored<DuesMovementView>>>(text, parameters.values)).map(asMovement);
    },

    renewals(day: LocalDate, until: LocalDate, branchId: string | undefined, page: Page): Promise<Placed<RenewalView>[]> {
      const parameters = new SqlParameters(day, until);
      const ofBranch = branchId === undefined ? 'TRUE' : `m.branch_id = ${parameters.add(branchId)}`;
      const text = `
        SELECT m.company_id AS "companyId", m.branch_id AS "branchId", m.covered_until::text AS "coveredUntil",
          CASE WHEN m.covered_until < $1::date THEN 'GRACE' ELSE 'ACTIVE' END AS status, ${soonestFirst.select}
        FROM membership AS m
        WHERE ((${hasStatus('GRACE', '$1::date')}) OR (${hasStatus('ACTIVE', '$1::date')} AND m.covered_until <= $2::date))
          AND m.ended_on IS NULL AND ${ofBranch} AND ${page.where(parameters)}
        ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`;
      return sql.query(text, parameters.values);
    },

    async duesRate(day: LocalDate, branchId: string | undefined): Promise<DuesRateView> {
      const rates = await sql.query<DuesRateView>(
        `SELECT count(*)::int AS members, count(*) FILTER (WHERE m.covered_until >= $1::date)::int AS settled FROM membership AS m
         WHERE ((${hasStatus('ACTIVE', '$1::date')}) OR (${hasStatus('GRACE', '$1::date')}) OR (${hasStatus('SUSPENDED', '$1::date')})) AND ($2::uuid IS NULL OR m.branch_id = $2)`,
        [day, branchId ?? null],
      );
      return rates[0] as DuesRateView;
    },
  };
}

const duesColumns = `d.company_id AS "companyId", d.year, d.reference, d.size, d.currency, d.invoiced, d.credited, d.kept, d.settlement,
  d.issued_on::text AS "issuedOn", d.due_on::text AS "dueOn"`;

/** The branch of its latest membership, or else the one it applied to last. */
function belongsTo(branch: string): string {
  return `${branch}::uuid = coalesce(
    (SELECT m.branch_id FROM membership AS m WHERE m.company_id = v.company_id ORDER BY m.began_on DESC LIMIT 1),
    (SELECT a.branch_id FROM membership_application AS a WHERE a.company_id = v.company_id ORDER BY a.id DESC LIMIT 1))`;
}

function asDues(row: Stored<DuesView>): DuesView {
  return { ...row, invoiced: BigInt(row.invoiced), credited: BigInt(row.credited), kept: BigInt(row.kept) };
}

function asMovement(row: Placed<Stored<DuesMovementView>>): Placed<DuesMovementView> {
  return { ...row, amount: BigInt(row.amount) } as Placed<DuesMovementView>;
}
