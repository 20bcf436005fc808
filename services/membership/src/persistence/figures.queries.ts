import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CompanyFacts } from '../use-cases/ports.ts';
import type { FiguresView } from '../use-cases/views.ts';

/** As the driver hands it over: whole numbers beyond what a number holds, and decimals, come as text. */
type StoredFigures = Omit<FiguresView, 'turnover' | 'exportTurnover' | 'balanceTotal' | 'fte'> &
  Record<'turnover' | 'exportTurnover' | 'balanceTotal' | 'fte', string | null>;

/** The network's day begins and ends in Paris. */
export const enteredOn = `(entered_at AT TIME ZONE 'Europe/Paris')::date`;

const columns = `
  id, company_id AS "companyId", closed_on::text AS "closedOn", months, currency, turnover, export_turnover AS "exportTurnover",
  balance_total AS "balanceTotal", fte, source, entered_at AS "enteredAt", ${enteredOn}::text AS "enteredOn"`;

const byClosingDay = new Keyset(
  'figures',
  [
    { sql: 'closed_on', type: 'date' },
    { sql: 'id', type: 'uuid' },
  ],
  'DESC',
);

type Placed = FiguresView & Record<`cursor_${number}`, string>;

/** What companies reported of their closed years. */
export function figuresQueries(sql: Sql) {
  return {
    figures: (async (companyIds) => {
      const rows = await sql.query<StoredFigures>(`SELECT ${columns} FROM annual_figures WHERE company_id = ANY ($1::uuid[])`, [
        companyIds,
      ]);
      return rows.map(asFigures);
    }) satisfies CompanyFacts['figures'],

    closedYears: byClosingDay,

    /** One page of closed years for each company as they were known on a day, newest first: one statement for all of them. */
    async figuresPages(companyIds: readonly string[], day: LocalDate, page: Page): Promise<Placed[]> {
      const parameters = new SqlParameters(companyIds, day);
      const text = `
        SELECT year.* FROM unnest($1::uuid[]) AS parent(id) CROSS JOIN LATERAL (
          SELECT ${columns}, ${byClosingDay.select} FROM (
            SELECT DISTINCT ON (closed_on) * FROM annual_figures
            WHERE company_id = parent.id AND closed_on <= $2 AND ${enteredOn} <= $2
            ORDER BY closed_on DESC, entered_at DESC, id DESC
          ) AS known
          WHERE ${page.where(parameters)} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
        ) AS year`;
      const rows = await sql.query<StoredFigures & Placed>(text, parameters.values);
      return rows.map((row) => ({ ...row, ...asFigures(row) }));
    },
  };
}

function asFigures(row: StoredFigures): FiguresView {
  return {
    ...row,
    turnover: asWhole(row.turnover),
    exportTurnover: asWhole(row.exportTurnover),
    balanceTotal: asWhole(row.balanceTotal),
    fte: row.fte === null ? null : Number(row.fte),
  };
}

function asWhole(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
