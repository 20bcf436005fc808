import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import type { ListedCompany } from '../domain/network-list/listed-company.ts';
import type { KnownCompany } from '../domain/network-list/network-list.ts';
import type { MemberListBook, MemberListImport, MemberLists } from '../use-cases/member-list-ports.ts';
import { figuresQueries } from './figures.queries.ts';
import { enterCompanies, enterFigures, enterImport, enterSites } from './member-list.entries.ts';

/** Any number does, as long as every process of every version uses the same one. */
const importLock = 7_120_251_124;

/** A whole list may take longer than a page of a list does, and the one before it too. */
const patience = '10s';

export function memberLists(database: Database): MemberLists {
  return {
    companiesLike: (companies) => companiesLike(database, companies),
    inTurn: (work) =>
      inTransaction(database, async ({ sql }) => {
        await sql.query(`SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $1, true)`, [patience]);
        // Two lists with the same company would both find it unknown: numbers that do not exist yet cannot be locked row by row.
        await sql.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
        return work(bookOf(sql));
      }),
  };
}

function bookOf(sql: Sql): MemberListBook {
  return {
    companiesLike: (companies) => companiesLike(sql, companies),

    async earlierImport(requestedBy, idempotencyKey) {
      const [row] = await sql.query<Pick<MemberListImport, 'contentHash' | 'report'>>(
        `SELECT content_hash AS "contentHash", report FROM member_list_import WHERE requested_by = $1 AND idempotency_key = $2`,
        [requestedBy, idempotencyKey],
      );
      return row;
    },

    async enter(done, entries) {
      await enterImport(sql, done, entries);
      await enterCompanies(sql, entries);
      await enterSites(sql, entries);
      await enterFigures(sql, entries, done.importedAt);
    },
  };
}

type FoundCompany = Omit<KnownCompany, 'figures' | 'siren' | 'town' | 'department'> & Record<'siren' | 'town' | 'department', string | null>;

/** Both indexes of names are asked: the whole name, and a part of what the company is also called. */
const likeListed = `
  WITH listed AS (
    SELECT l.siren, plain_text(l.name) AS name, plain_text(l.town) AS town, l.department
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS l(siren, name, town, department)
  ), candidate AS (
    SELECT r.company_id AS id FROM registration AS r WHERE r.scheme = 'SIREN' AND r.value = ANY ($1::text[])
    UNION
    SELECT near.id FROM listed AS l CROSS JOIN LATERAL (
      SELECT c.id FROM company AS c
      WHERE (c.sort_name % l.name OR c.id IN (SELECT s.company_id FROM company_search AS s WHERE l.name <% s.names))
        AND (c.department IS NULL OR l.department IS NULL OR c.department = l.department OR plain_text(c.town) = l.town)
      ORDER BY c.sort_name <-> l.name, c.id LIMIT 10
    ) AS near
  )
  SELECT c.id, array_remove(ARRAY[c.legal_name, c.trade_name], NULL) AS names, r.value AS siren, c.town, c.department,
    ARRAY(SELECT s.siret FROM site AS s WHERE s.company_id = c.id AND s.siret IS NOT NULL) AS sirets
  FROM company AS c LEFT JOIN registration AS r ON r.company_id = c.id AND r.scheme = 'SIREN'
  WHERE c.id IN (SELECT id FROM candidate)
  ORDER BY c.id`;

async function companiesLike(sql: Sql, companies: readonly ListedCompany[]): Promise<KnownCompany[]> {
  if (companies.length === 0) return [];
  const found = await sql.query<FoundCompany>(likeListed, [
    companies.map((company) => company.siren),
    companies.map((company) => company.legalName),
    companies.map((company) => company.town ?? null),
    companies.map((company) => company.department ?? null),
  ]);
  const figures = await figuresQueries(sql).figures(found.map((company) => company.id));
  const oldestFirst = figures.sort((left, right) => left.enteredAt.getTime() - right.enteredAt.getTime() || (left.id < right.id ? -1 : 1));
  return found.map(({ siren, town, department, ...company }) => ({
    ...company,
    siren: siren ?? undefined,
    town: town ?? undefined,
    department: department ?? undefined,
    figures: oldestFirst.filter((one) => one.companyId === company.id),
  }));
}
