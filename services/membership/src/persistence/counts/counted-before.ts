import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** Tables of facts that members are counted by. */
const countedTables = ['site', 'activity', 'former_activity', 'annual_figures', 'responsibility_fact'] as const;

/**
 * Keeps what the memberships of companies are counted by, before the companies become one or come apart: a count by the knowledge of an
 * earlier day stays what it was.
 */
export async function keepWhatWasCounted(sql: Sql, companyIds: readonly Uuid[], on: LocalDate): Promise<void> {
  const facts = countedTables.map(
    (table) => `(SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM ${table} AS t WHERE t.company_id = m.company_id)`,
  );
  await sql.query(
    `INSERT INTO counted_before (membership_id, known_before, record_id, ${countedTables.join(', ')})
     SELECT m.id, $2, m.company_id, ${facts.join(', ')} FROM membership AS m WHERE m.company_id = ANY ($1::uuid[])`,
    [companyIds, on],
  );
}

/** To be joined to `membership` AS m: what was kept of it for a day of knowledge, all null where that is what there is now. */
export function joinPast(knownAt: string): string {
  return `LEFT JOIN (SELECT DISTINCT ON (membership_id) * FROM counted_before WHERE known_before > ${knownAt} ORDER BY membership_id, sequence) AS past
    ON past.membership_id = m.id`;
}

/** The record that a membership was of, as it was known; companies that were one then have one. Beside `joinPast`. */
export const recordThen = 'coalesce(past.record_id, m.company_id)';

/** The facts of that record, as they were known. Beside `joinPast`. */
export function factsThen(table: (typeof countedTables)[number]): string {
  return `(SELECT * FROM ${table} WHERE company_id = m.company_id AND past.record_id IS NULL
    UNION ALL SELECT * FROM jsonb_populate_recordset(NULL::${table}, past.${table}))`;
}
