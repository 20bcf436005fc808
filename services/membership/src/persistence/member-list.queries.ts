import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import type { KnownCompany } from '../domain/network-list/network-list.ts';
import type { ListDirectory, MemberListBook, MemberLists } from '../use-cases/member-list-ports.ts';
import type { FiguresView } from '../use-cases/views.ts';
import { figuresQueries } from './figures.queries.ts';
import { enterCompanies, enterFigures, enterImport, enterSites } from './member-list.entries.ts';

/** Any number does, as long as every process of every version uses the same one. */
const importLock = 7_120_251_124;

/** A whole list may take longer than a page of a list does, and the one before it too. */
export const patience = '5s';

export function memberLists(database: Database): MemberLists {
  return {
    tried: (work) =>
      inTransaction(database, async ({ sql }) => {
        await sql.query(`SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $1, true)`, [patience]);
        return work(directoryOf(sql));
      }),
  };
}

/** What an import reads and writes within one transaction. */
export function memberListBook(sql: Sql): MemberListBook {
  return {
    ...directoryOf(sql),

    async takeTurn() {
      // Two lists with the same company would both find it unknown: numbers that do not exist yet cannot be locked row by row.
      await sql.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
    },

    async enter(done, entries) {
      await enterImport(sql, done, entries);
      await enterCompanies(sql, entries);
      await enterSites(sql, entries);
      await enterFigures(sql, entries, done.importedAt);
    },
  };
}

type FoundCompany = Omit<KnownCompany, 'figures' | 'siren' | 'town' | 'department'> &
  Record<'siren' | 'town' | 'department', string | null>;

function directoryOf(sql: Sql): ListDirectory {
  return {
    async companiesByNumber(sirens) {
      const found = await sql.query<FoundCompany>(
        `SELECT ${nameAndPlace}, r.value AS siren, ARRAY(SELECT s.siret FROM site AS s WHERE s.company_id = c.id AND s.siret IS NOT NULL) AS sirets
         FROM registration AS r JOIN company AS c ON c.id = r.company_id WHERE r.scheme = 'SIREN' AND r.value = ANY ($1::text[])`,
        [sirens],
      );
      const figures = await figuresQueries(sql).figures(found.map((company) => company.id));
      const oldestFirst = figures.sort(
        (left, right) => left.enteredAt.getTime() - right.enteredAt.getTime() || (left.id < right.id ? -1 : 1),
      );
      const byCompany = new Map<string, FiguresView[]>(found.map((company) => [company.id, []]));
      for (const year of oldestFirst) byCompany.get(year.companyId)?.push(year);
      return found.map((company) => ({ ...known(company), figures: byCompany.get(company.id) ?? [] }));
    },

    async companiesIn(departments) {
      const found = await sql.query<FoundCompany>(
        `SELECT ${nameAndPlace}, NULL AS siren, '{}'::text[] AS sirets FROM company AS c
         WHERE c.country = 'FR' AND ($1::text[] IS NULL OR c.department = ANY ($1::text[]) OR c.department IS NULL) ORDER BY c.id`,
        [departments ?? null],
      );
      return found.map((company) => ({ ...known(company), figures: [] }));
    },
  };
}

const nameAndPlace = 'c.id, array_remove(ARRAY[c.legal_name, c.trade_name], NULL) AS names, c.town, c.department';

function known({ siren, town, department, ...company }: FoundCompany): Omit<KnownCompany, 'figures'> {
  return { ...company, siren: siren ?? undefined, town: town ?? undefined, department: department ?? undefined };
}
