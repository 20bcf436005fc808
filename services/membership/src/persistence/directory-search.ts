import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { DirectorySearch } from '../use-cases/views.ts';

/** What somebody typed, as conditions on the table `company_search` AS s. */
export interface Finding {
  readonly fits: string;
  /** Counts only when nothing fits: then somebody misspelt a word. */
  readonly isSimilar: string | undefined;
}

export function findingOf(search: DirectorySearch, parameters: SqlParameters): Finding {
  if ('number' in search) return { fits: `s.numbers LIKE '%' || ${parameters.add(search.number)} || '%'`, isSimilar: undefined };
  const typed = parameters.add(search.words);
  // The last word may be unfinished.
  const words = `(nullif(plainto_tsquery('french_plain', ${typed})::text, '') || ':*')::tsquery`;
  return { fits: `s.words @@ ${words}`, isSimilar: `plain_text(${typed}) <% s.names` };
}

/** When the next companies of the directory are asked one by one whether they fit, before all that do are found and sorted. */
export interface Walk {
  /** When at least so many fit, all told and of a hundred. */
  readonly companies: number;
  readonly percent: number;
  /** How many are asked at most. */
  readonly longest: number;
}

export const usualWalk: Walk = { companies: 1_000, percent: 1, longest: 2_000 };

/**
 * Whether many companies fit, as the statistics of the database tell: they know common words, and take any other for half of one per
 * cent. Counting would cost more than the page.
 */
export async function isCommon(sql: Sql, { fits }: Finding, parameters: SqlParameters, { companies, percent }: Walk): Promise<boolean> {
  const [explained] = await sql.query<{ 'QUERY PLAN': readonly [{ Plan: Estimate }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM company_search AS s WHERE ${fits} UNION ALL SELECT 1 FROM company_search`,
    parameters.values,
  );
  // What can fit nobody, such as signs that make no word, is not even part of the plan.
  const [fitting = 0, all = 0] = explained?.['QUERY PLAN'][0].Plan.Plans?.map((part) => part['Plan Rows']) ?? [];
  return fitting >= companies && fitting >= (all * percent) / 100;
}

interface Estimate {
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Estimate[];
}

/** Everybody who was found, with their place in the directory, as the relation `found`. */
export function found({ fits, isSimilar }: Finding): string {
  const select = (condition: string) => `SELECT s.company_id AS id, s.sort_name, s.department FROM company_search AS s WHERE ${condition}`;
  if (!isSimilar) return `found AS MATERIALIZED (${select(fits)})`;
  return `fitting AS MATERIALIZED (${select(fits)}),
    found AS MATERIALIZED (SELECT * FROM fitting UNION ALL ${select(`NOT EXISTS (SELECT 1 FROM fitting) AND ${isSimilar}`)})`;
}

/** The same as a condition on one company `c`. */
export const isFound = ({ fits }: Finding) => `EXISTS (SELECT 1 FROM company_search AS s WHERE s.company_id = c.id AND ${fits} OFFSET 0)`;
