import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { GraceRule, MembershipPeriod } from '../domain/membership-record.ts';
import { membershipQueries } from './membership.queries.ts';

/** What other domains may know of a company: no name, no person, no figure. */
export interface PublishedCompany {
  readonly country: string;
  /** Departments of its sites in France, its seat first. */
  readonly departments: readonly string[];
  readonly activities: readonly { readonly nomenclature: string; readonly code: string }[];
}

export interface StandingOnRecord {
  readonly periods: ReadonlyMap<Uuid, readonly MembershipPeriod[]>;
  readonly graceRules: readonly GraceRule[];
}

export async function publishedCompanies(sql: Sql, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PublishedCompany>> {
  const rows = await sql.query<PublishedCompany & { id: Uuid }>(
    `SELECT c.id, c.country,
       coalesce((SELECT jsonb_agg(s.department ORDER BY s.is_headquarters DESC, s.department) FROM (
         SELECT department, bool_or(is_headquarters) AS is_headquarters FROM site WHERE company_id = c.id AND department IS NOT NULL AND closed_on IS NULL GROUP BY department) AS s), '[]') AS departments,
       coalesce((SELECT jsonb_agg(jsonb_build_object('nomenclature', a.nomenclature, 'code', a.code) ORDER BY a.nomenclature, a.code)
         FROM activity AS a WHERE a.company_id = c.id), '[]') AS activities
     FROM company AS c WHERE c.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...company }) => [id, company]));
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
