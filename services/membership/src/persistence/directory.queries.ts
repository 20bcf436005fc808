import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { CompanyView, DirectoryFilter } from '../use-cases/views.ts';
import { companyColumns } from './company.queries.ts';
import { type Finding, findingOf, found, isCommon, isFound, usualWalk } from './directory-search.ts';
import { type Sources, sourcesOf } from './directory-sources.ts';

const byName = new Keyset('companies', [
  { sql: 'c.sort_name', type: 'text' },
  { sql: 'c.id', type: 'uuid' },
]);

type Placed = CompanyView & Record<`cursor_${number}`, string>;

/** The directory in the order of names, narrowed as asked: one statement a page, before it one for a search and one for the rule of grace. */
export function directoryQueries(sql: Sql, walk = usualWalk) {
  return {
    byName,

    async directoryPage(filter: DirectoryFilter, page: Page): Promise<Placed[]> {
      const parameters = new SqlParameters();
      const finding = filter.search ? findingOf(filter.search, parameters) : undefined;
      const way = finding && ((await isCommon(sql, finding, parameters, walk)) ? metInOrder : sorted);
      const sources = await sourcesOf(sql, filter, parameters);
      if (sources.each.length === 0) return [];
      const limit = parameters.add(page.limit);
      const order = { behind: page.where(parameters), by: `ORDER BY ${page.orderBy}`, limit, walk: walk.longest };
      const places = finding && way ? way(sources, finding, order) : inOrder(sources, order, limit);
      return sql.query<Placed>(
        `SELECT ${companyColumns}, ${byName.select} FROM (${places}) AS place JOIN company AS c ON c.id = place.id ${order.by} LIMIT ${limit}`,
        parameters.values,
      );
    },

    async countDirectory(filter: DirectoryFilter): Promise<number> {
      const parameters = new SqlParameters();
      const finding = filter.search ? findingOf(filter.search, parameters) : undefined;
      const sources = await sourcesOf(sql, filter, parameters);
      if (sources.each.length === 0) return 0;
      const [row] = await sql.query<{ count: number }>(
        finding
          ? `WITH ${found(finding)} SELECT count(*)::int AS count FROM found AS c WHERE ${sources.isIn('together')}`
          : `SELECT count(*)::int AS count FROM (${sources.each.join(' UNION ALL ')}) AS place`,
        parameters.values,
      );
      return row?.count ?? 0;
    },
  };
}

interface Order {
  readonly behind: string;
  readonly by: string;
  readonly limit: string;
  readonly walk: number;
}

/** Each source is read in its order from the cursor on, and no further than the page. */
function inOrder({ each }: Sources, { behind, by }: Order, limit: string | number): string {
  return each.map((source) => `(${source} AND ${behind} ${by} LIMIT ${limit})`).join(' UNION ALL ');
}

/** All who were found and may be shown, sorted. */
function sorted({ isIn }: Sources, finding: Finding, { behind, by, limit }: Order): string {
  return `WITH ${found(finding)} SELECT c.id FROM found AS c WHERE ${isIn('one by one')} AND ${behind} ${by} LIMIT ${limit}`;
}

/** Many were found, so that the next ones of the directory are likely to be among them. When they are not, all of them are sorted. */
function metInOrder(sources: Sources, finding: Finding, order: Order): string {
  const { behind, by, limit, walk } = order;
  const next = `SELECT c.id, c.sort_name FROM (${inOrder(sources, order, walk)}) AS c ${by} LIMIT ${walk}`;
  return `WITH met AS MATERIALIZED (SELECT c.id FROM (${next}) AS c WHERE ${isFound(finding)} ${by} LIMIT ${limit}),
    ended AS MATERIALIZED (SELECT (SELECT count(*) FROM met) = ${limit} OR (SELECT count(*) FROM (${next}) AS c) < ${walk} AS here),
    ${found(finding)}
    SELECT id FROM met WHERE (SELECT here FROM ended)
    UNION ALL (SELECT c.id FROM found AS c WHERE NOT (SELECT here FROM ended) AND ${sources.isIn('together')} AND ${behind} ${by} LIMIT ${limit})`;
}
