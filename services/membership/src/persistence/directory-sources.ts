import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { DirectoryFilter } from '../use-cases/views.ts';
import { isCurrent, lastDayOfGrace, type WayToStand, waysToStand } from './standing.ts';

/** Where the companies that a filter leaves are read from, whatever was searched for. */
export interface Sources {
  /** Selections of `c.id` and `c.sort_name` that stop before what follows a WHERE; no company is in two of them. */
  readonly each: readonly string[];
  /** The same as a condition on the id and the department of a company `c` that was found otherwise, asked of each or of all together. */
  isIn(asked: 'one by one' | 'together'): string;
}

/**
 * A membership knows name and department of its company, so that members are read in the order of the directory without looking at
 * everybody else.
 */
export async function sourcesOf(sql: Sql, filter: DirectoryFilter, parameters: SqlParameters): Promise<Sources> {
  const { department, status, branchId } = filter;
  const ofDepartment = department ? [`c.department = ${parameters.add(department)}`] : [];
  if (status === 'PROSPECT') return prospects(filter, ofDepartment, parameters);
  if (!status && !branchId) {
    const isIn = all(ofDepartment);
    return { each: [`SELECT c.id, c.sort_name FROM company AS c WHERE ${isIn}`], isIn: () => isIn };
  }
  const ofBranch = branchId ? [`m.branch_id = ${parameters.add(branchId)}`] : [];
  const { ways, fewBelong } = await waysAskedFor(sql, filter, parameters);
  const standings = ways.map(({ condition }) => all([condition, ...ofBranch]));
  const isMember = standings.map((standing) => `SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND ${standing}`);
  return {
    each: ways.map(({ belongs }, index) => {
      const source = `SELECT c.id, c.sort_name FROM ${companiesOfMemberships} WHERE ${all([standings[index] ?? '', ...ofDepartment])}`;
      return fewBelong && belongs ? allAtOnce(source) : source;
    }),
    isIn: (asked) => all([anyOf(isMember, asked), ...ofDepartment]),
  };
}

const all = (conditions: readonly string[]) => conditions.join(' AND ') || 'TRUE';

/** OFFSET 0 keeps the planner from looking at everybody for the sake of a few. */
const anyOf = (selections: readonly string[], asked: 'one by one' | 'together') =>
  `(${selections.map((one) => `EXISTS (${one}${asked === 'together' ? '' : ' OFFSET 0'})`).join(' OR ') || 'FALSE'})`;

/** OFFSET 0 keeps the planner from walking through the directory; what depends on a row beside it starts no parallel workers for a few. */
const allAtOnce = (source: string) =>
  `SELECT c.id, c.sort_name FROM (SELECT true AS here OFFSET 0) AS asked CROSS JOIN LATERAL (${source} AND asked.here OFFSET 0) AS c WHERE TRUE`;

const companiesOfMemberships = 'membership AS m CROSS JOIN LATERAL (SELECT m.company_id AS id, m.sort_name, m.department) AS c';

interface Ways {
  readonly ways: readonly WayToStand[];
  /** Then they are found by their days and sorted. */
  readonly fewBelong: boolean;
}

async function waysAskedFor(sql: Sql, { status, branchId, day: asked }: DirectoryFilter, parameters: SqlParameters): Promise<Ways> {
  const day = `${parameters.add(asked)}::date`;
  if (!status || status === 'PROSPECT') return { ways: [{ belongs: true, condition: isCurrent(day) }], fewBelong: false };
  const late = status === 'GRACE' || status === 'LAPSED' ? await whoIsLate(sql, status, asked) : undefined;
  const ways = waysToStand(status, day, late && `${parameters.add(late.lastDay)}::date`);
  return { ways: ways.filter(({ belongs }) => belongs || !branchId), fewBelong: late?.few ?? false };
}

/** With more than so many they are met sooner in the directory than sorted. */
const manyLate = 5_000;

/** Asked beforehand: the planner takes no day from a selection, and cannot tell that those who were covered long ago have nearly all left. */
async function whoIsLate(sql: Sql, status: 'GRACE' | 'LAPSED', day: string): Promise<{ lastDay: string; few: boolean } | undefined> {
  const isLate = status === 'GRACE' ? 'm.covered_until < $1::date AND m.covered_until >= rule.day' : 'm.covered_until < rule.day';
  const [read] = await sql.query<{ lastDay: string; few: boolean }>(
    `WITH rule AS MATERIALIZED (SELECT ${lastDayOfGrace('$1::date')} AS day)
     SELECT rule.day::text AS "lastDay", (
       SELECT count(*) < $2 FROM (SELECT 1 FROM membership AS m WHERE m.ended_on IS NULL AND ${isLate} LIMIT $2) AS first
     ) AS few FROM rule`,
    [day, manyLate],
  );
  return read;
}

/** A prospect is whoever has no membership yet, so it cannot be looked up among them. */
function prospects({ branchId, day }: DirectoryFilter, ofDepartment: readonly string[], parameters: SqlParameters): Sources {
  const began = `SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND m.began_on <= ${parameters.add(day)}::date`;
  const isProspect = [`NOT EXISTS (${began})`, ...ofDepartment];
  const ofBranch = branchId ? [`p.prospect_branch_id = ${parameters.add(branchId)}`] : [];
  const isOfBranch = ofBranch.map((condition) => `SELECT 1 FROM company AS p WHERE p.id = c.id AND ${condition}`);
  const source = 'company AS c CROSS JOIN LATERAL (SELECT c.prospect_branch_id) AS p';
  return {
    each: [`SELECT c.id, c.sort_name FROM ${source} WHERE ${all([...isProspect, ...ofBranch])}`],
    isIn: (asked) => all([...isProspect, ...(branchId ? [anyOf(isOfBranch, asked)] : [])]),
  };
}
