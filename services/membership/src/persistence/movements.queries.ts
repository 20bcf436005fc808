import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { YearOfMovements } from '../domain/movements.ts';

/** Who came to the local branches and who went. A period that follows another without a day between them is a move, not an arrival. */
export function movementsQueries(sql: Sql) {
  return {
    movementsUntil: (day: LocalDate) =>
      sql.query<YearOfMovements>(
        `WITH stay AS (
           SELECT m.company_id, m.began_on, m.ended_on FROM membership AS m JOIN branch AS b ON b.id = m.branch_id WHERE b.kind = 'LOCAL'
         ), movement AS (
           SELECT began_on AS day, 1 AS joined, 0 AS gone FROM stay
           WHERE NOT EXISTS (SELECT 1 FROM stay AS before WHERE before.company_id = stay.company_id AND before.ended_on = stay.began_on - 1)
           UNION ALL
           SELECT ended_on + 1, 0, 1 FROM stay
           WHERE ended_on IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM stay AS after WHERE after.company_id = stay.company_id AND after.began_on = stay.ended_on + 1)
         )
         SELECT extract(year FROM day)::int AS year, sum(joined)::int AS joined, sum(gone)::int AS "left"
         FROM movement WHERE day <= $1::date GROUP BY 1`,
        [day],
      ),
  };
}
