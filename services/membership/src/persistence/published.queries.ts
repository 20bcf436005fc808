import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { GraceRule, MembershipPeriod } from '../domain/membership-record.ts';
import { membershipQueries } from './membership.queries.ts';

export interface StandingOnRecord {
  readonly periods: ReadonlyMap<Uuid, readonly MembershipPeriod[]>;
  readonly graceRules: readonly GraceRule[];
}

export async function standingOnRecord(sql: Sql, ids: readonly Uuid[]): Promise<StandingOnRecord> {
  const { memberships, graceRules } = membershipQueries(sql);
  const periods = new Map<Uuid, MembershipPeriod[]>(ids.map((id) => [id, []]));
  for (const period of await memberships(ids)) periods.get(period.companyId)?.push(period);
  return { periods, graceRules: await graceRules() };
}

/** The next companies by id after one, so that all can be gone through in parts. */
export async function companiesAfter(sql: Sql, last: Uuid, limit: number): Promise<Uuid[]> {
  const rows = await sql.query<{ id: Uuid }>('SELECT id FROM company WHERE id > $1 ORDER BY id LIMIT $2', [last, limit]);
  return rows.map(({ id }) => id);
}
