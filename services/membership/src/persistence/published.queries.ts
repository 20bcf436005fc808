import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { GraceRule, MembershipPeriod } from '../domain/membership-record.ts';
import { membershipQueries } from './membership.queries.ts';

export interface StandingOnRecord {
  readonly periods: ReadonlyMap<Uuid, readonly MembershipPeriod[]>;
  readonly graceRules: readonly GraceRule[];
}

/** The company that each of these is, and with them the records that were merged into it: others may know it by those. */
export async function companiesByRecord(sql: Sql, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>> {
  const merged = await sql.query<{ id: Uuid; companyId: Uuid }>(
    'SELECT id, company_id AS "companyId" FROM merged_company WHERE id = ANY ($1::uuid[]) OR company_id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map([...ids.map((id) => [id, id] as const), ...merged.map(({ id, companyId }) => [id, companyId] as const)]);
}

/** By the ids of records, of which several may be one company. */
export async function standingOnRecord(sql: Sql, companies: ReadonlyMap<Uuid, Uuid>): Promise<StandingOnRecord> {
  const { memberships, graceRules } = membershipQueries(sql);
  const found = await memberships([...new Set(companies.values())]);
  const periods = new Map([...companies].map(([id, companyId]) => [id, found.filter((period) => period.companyId === companyId)]));
  return { periods, graceRules: await graceRules() };
}

/** The next companies by id after one, so that all can be gone through in parts. */
export async function companiesAfter(sql: Sql, last: Uuid, limit: number): Promise<Uuid[]> {
  const rows = await sql.query<{ id: Uuid }>('SELECT id FROM company WHERE id > $1 ORDER BY id LIMIT $2', [last, limit]);
  return rows.map(({ id }) => id);
}
