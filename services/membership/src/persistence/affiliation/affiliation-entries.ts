import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { newId } from '@leader/subgraph-kit/values/ids';
import { countryOf } from '../../domain/network-list/network-list.ts';
import type { ListEntries } from '../../use-cases/affiliation/affiliation-ports.ts';

/** Every kind of row is entered by one statement, however long the list is. */

export async function enterCompanies(sql: Sql, { newcomers, branchId }: ListEntries): Promise<void> {
  await insert(
    sql,
    `INSERT INTO company (id, legal_name, country, town, department, founded_on, prospect_branch_id)
     SELECT n.id, n."legalName", n.country, n.town, n.department, n."foundedOn", $2
     FROM jsonb_to_recordset($1) AS n(id uuid, "legalName" text, country text, town text, department text, "foundedOn" date)`,
    newcomers.map(({ id, company }) => ({ ...company, id, country: countryOf(company) })),
    branchId,
  );
  await insert(
    sql,
    `INSERT INTO registration (scheme, value, raw, company_id)
     SELECT n.scheme, n.number, n."rawRegistration", n.id FROM jsonb_to_recordset($1) AS n(id uuid, scheme text, number text, "rawRegistration" text)`,
    newcomers.map(({ id, company }) => ({ ...company, id })),
  );
  await insert(
    sql,
    `INSERT INTO activity (company_id, nomenclature, code) SELECT n.id, n.nomenclature, n.code FROM jsonb_to_recordset($1) AS n(id uuid, nomenclature text, code text)`,
    newcomers.flatMap(({ id, company }) => (company.activity ? [{ id, ...company.activity }] : [])),
  );
  await insert(
    sql,
    `INSERT INTO person (id, company_id, first_name, last_name, role)
     SELECT n.id, n.company, n."firstName", n."lastName", 'LEADER' FROM jsonb_to_recordset($1) AS n(id uuid, company uuid, "firstName" text, "lastName" text)`,
    newcomers.flatMap(({ id, company }) => (company.leader ? [{ id: newId(), company: id, ...company.leader }] : [])),
  );
}

/** A newcomer's only place is its seat; a number that a list adds to a known company is another site of it, and a SIRET is French. */
export async function enterSites(sql: Sql, { newcomers, sites }: ListEntries): Promise<void> {
  const seats = newcomers.map(({ id, company }) => ({ ...company, id: newId(), company: id, country: countryOf(company), seat: true }));
  const others = sites.map(({ companyId, ...site }) => ({ ...site, id: newId(), company: companyId, country: 'FR', seat: false }));
  await insert(
    sql,
    `INSERT INTO site (id, company_id, siret, is_headquarters, country, town, department)
     SELECT n.id, n.company, n.siret, n.seat, n.country, n.town, n.department
     FROM jsonb_to_recordset($1) AS n(id uuid, company uuid, siret text, seat boolean, country text, town text, department text) ON CONFLICT (siret) DO NOTHING`,
    [...seats, ...others],
  );
}

/** A correction is always younger than what it corrects, even by a clock that stands still or runs behind. */
export async function enterFigures(sql: Sql, { figures }: Pick<ListEntries, 'figures'>, now: Date): Promise<void> {
  await insert(
    sql,
    `INSERT INTO annual_figures (id, company_id, closed_on, months, currency, turnover, export_turnover, balance_total, fte, source, entered_at)
     SELECT n.id, n.company, n."closedOn", n.months, n.currency, n.turnover, n."exportTurnover", n."balanceTotal", n.fte, n.source,
       greatest($2, (SELECT max(a.entered_at) + interval '1 millisecond' FROM annual_figures AS a WHERE a.company_id = n.company AND a.closed_on = n."closedOn"))
     FROM jsonb_to_recordset($1) AS n(id uuid, company uuid, "closedOn" date, months smallint, currency text,
       turnover bigint, "exportTurnover" bigint, "balanceTotal" bigint, fte numeric, source text)`,
    figures.map(({ companyId, figures: year }) => ({ id: newId(), company: companyId, ...year })),
    now,
  );
}

export async function insert(sql: Sql, statement: string, rows: readonly object[], ...others: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(statement, [JSON.stringify(rows, exactly), ...others]);
}

/** JSON has no whole numbers of any size, but PostgreSQL reads them from text. */
function exactly(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
