import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import type { RowVerdict } from '../../domain/affiliation/affiliation-batch.ts';
import type { AnnualFigures } from '../../domain/annual-figures.ts';
import { type ListedCompany, listedSchemes, type ReadRow } from '../../domain/network-list/listed-company.ts';
import type { KnownCompany, SettledNumber } from '../../domain/network-list/network-list.ts';
import type { AffiliationBook, ListDirectory } from '../../use-cases/affiliation/affiliation-ports.ts';
import type { FiguresView } from '../../use-cases/views.ts';
import { figuresQueries } from '../figures.queries.ts';
import { affiliationQueries } from './affiliation.queries.ts';
import { enterCompanies, enterFigures, enterSites, insert } from './affiliation-entries.ts';

/** Any number does, as long as every process of every version uses the same one. */
const applyLock = 7_120_251_124;
const batchVersions = { table: 'affiliation_batch', key: 'id' } as const;

/** Networks that join and their batches, within one transaction. */
export function affiliationBook(sql: Sql): AffiliationBook {
  const queries = affiliationQueries(sql);
  return {
    ...directoryOf(sql),

    async enterNetwork(id, branchId, { name, agreedOn, endsOn, terms }) {
      const entered = await sql.query(
        `INSERT INTO partner_network (id, branch_id, name, agreed_on, ends_on, terms) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (branch_id, lower(name)) DO NOTHING RETURNING id`,
        [id, branchId, name, agreedOn, endsOn, terms],
      );
      return entered.length > 0;
    },

    network: async (id) => (await queries.networks([id]))[0],

    async enterBatch(id, list, at) {
      const { branchId, networkId, contentHash, fileName, encoding, delimiter, ignoredColumns, amountsReadAsEuros, rows } = list;
      await sql.query(
        `INSERT INTO affiliation_batch
           (id, branch_id, network_id, file_name, encoding, delimiter, ignored_columns, amounts_read_as_euros, content_hash, uploaded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, branchId, networkId, fileName, encoding, delimiter, ignoredColumns, amountsReadAsEuros, contentHash, at],
      );
      await insert(
        sql,
        `INSERT INTO affiliation_row (batch_id, line, name, company, refusals, remarks, had_email)
         SELECT $2, r.line, r."shownName", r.company, r.refusals, r.remarks, r."hadEmail" FROM jsonb_to_recordset($1)
         AS r(line integer, "shownName" text, company jsonb, refusals jsonb, remarks jsonb, "hadEmail" boolean)`,
        rows.map(({ company = null, ...row }) => ({ ...row, company })),
        id,
      );
    },

    batchForUpdate: queries.batchForUpdate,

    async uploaderOf(batchId) {
      const [upload] = await sql.query<{ actor: string }>(
        `SELECT actor FROM history WHERE object_kind = 'batch' AND object_id = $1 AND to_state = 'UPLOADED'`,
        [batchId],
      );
      return upload?.actor;
    },

    async presentId(companyId) {
      const [merged] = await sql.query<{ id: string }>('SELECT company_id AS id FROM merged_company WHERE id = $1', [companyId]);
      return merged?.id ?? companyId;
    },

    async rowsOf(batchId) {
      const rows = await sql.query<Omit<ReadRow, 'company'> & { readonly company: StoredCompany | null }>(
        `SELECT line, name AS "shownName", company, refusals, remarks, had_email AS "hadEmail" FROM affiliation_row WHERE batch_id = $1 ORDER BY line`,
        [batchId],
      );
      return rows.map((row) => ({ ...row, company: row.company ? listed(row.company) : undefined }));
    },

    verdictsOf: (batchId) =>
      sql.query<RowVerdict>(
        `SELECT line, outcome, reasons, company_id AS "companyId", similar_to AS "similarTo" FROM affiliation_row WHERE batch_id = $1 ORDER BY line`,
        [batchId],
      ),

    async enterStatus(batchId, expectedVersion, status) {
      const swap = await swapVersion(sql, batchVersions, batchId, expectedVersion);
      if (swap.swapped) await sql.query('UPDATE affiliation_batch SET status = $2 WHERE id = $1', [batchId, status]);
      return swap;
    },

    async enterVerdicts(batchId, expectedVersion, status, verdicts, counts) {
      const swap = await swapVersion(sql, batchVersions, batchId, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query('UPDATE affiliation_batch SET status = $2, counts = $3 WHERE id = $1', [batchId, status, JSON.stringify(counts)]);
      await insert(
        sql,
        `UPDATE affiliation_row AS r SET outcome = v.outcome, reasons = v.reasons, company_id = v."companyId", similar_to = v."similarTo"
         FROM jsonb_to_recordset($1) AS v(line integer, outcome text, reasons jsonb, "companyId" uuid, "similarTo" uuid[])
         WHERE r.batch_id = $2 AND r.line = v.line`,
        verdicts,
        batchId,
      );
      return swap;
    },

    async enterSettlement({ scheme, number }, companyIds, { verdict, reason }) {
      const isSame = verdict === 'SAME_COMPANY';
      if (isSame) await sql.query('DELETE FROM settled_number WHERE scheme = $1 AND value = $2 AND is_same', [scheme, number]);
      await sql.query(
        `INSERT INTO settled_number (scheme, value, company_id, is_same, reason) SELECT $1, $2, of.id, $4, $5 FROM unnest($3::uuid[]) AS of(id)
         ON CONFLICT (scheme, value, company_id) DO UPDATE SET is_same = EXCLUDED.is_same, reason = EXCLUDED.reason`,
        [scheme, number, companyIds, isSame, reason],
      );
    },

    takeTurn: () => takeTurn(sql),

    async enterCompanies(entries, at) {
      await enterCompanies(sql, entries);
      await enterSites(sql, entries);
      await enterFigures(sql, entries, at);
    },

    async forgetLeaders(batchId) {
      await sql.query(`UPDATE affiliation_row SET company = company - 'leader' WHERE batch_id = $1 AND company ? 'leader'`, [batchId]);
    },
  };
}

/** Two lists with the same company would both find it unknown: numbers that do not exist yet cannot be locked row by row. */
export async function takeTurn(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [applyLock]);
}

type StoredFigures = {
  readonly [Key in keyof AnnualFigures]: AnnualFigures[Key] extends bigint | null ? string | null : AnnualFigures[Key];
};
type StoredCompany = Omit<ListedCompany, 'figures'> & { readonly figures?: StoredFigures };

/** JSON has no whole numbers of any size: amounts are kept as text. */
function listed({ figures, ...company }: StoredCompany): ListedCompany {
  if (!figures) return company;
  const whole = (amount: string | null) => (amount === null ? null : BigInt(amount));
  const { turnover, exportTurnover, balanceTotal } = figures;
  return {
    ...company,
    figures: { ...figures, turnover: whole(turnover), exportTurnover: whole(exportTurnover), balanceTotal: whole(balanceTotal) },
  };
}

type FoundCompany = Omit<KnownCompany, 'figures' | 'number' | 'town' | 'department'> &
  Record<'number' | 'town' | 'department', string | null>;

function directoryOf(sql: Sql): ListDirectory {
  return {
    async companiesByNumber(numbers) {
      const found = await sql.query<FoundCompany>(
        `SELECT ${nameAndPlace}, r.value AS number, ARRAY(SELECT s.siret FROM site AS s WHERE s.company_id = c.id AND s.siret IS NOT NULL) AS sirets
         FROM registration AS r JOIN company AS c ON c.id = r.company_id WHERE r.scheme = ANY ($2::text[]) AND r.value = ANY ($1::text[]) ORDER BY c.id, r.value`,
        [numbers, listedSchemes],
      );
      const figures = await figuresQueries(sql).figures(found.map((company) => company.id));
      const oldestFirst = figures.sort(
        (left, right) => left.enteredAt.getTime() - right.enteredAt.getTime() || (left.id < right.id ? -1 : 1),
      );
      const byCompany = new Map<string, FiguresView[]>(found.map((company) => [company.id, []]));
      for (const year of oldestFirst) byCompany.get(year.companyId)?.push(year);
      return found.map((company) => ({ ...known(company), figures: byCompany.get(company.id) ?? [] }));
    },

    async companiesIn(departments, countriesAbroad) {
      const found = await sql.query<FoundCompany>(
        `SELECT ${nameAndPlace}, NULL AS number, '{}'::text[] AS sirets FROM company AS c
         WHERE (c.country = 'FR' AND ($1::text[] IS NULL OR c.department = ANY ($1::text[]) OR c.department IS NULL)) OR c.country = ANY ($2::text[])
         ORDER BY c.id`,
        [departments ?? null, countriesAbroad],
      );
      return found.map((company) => ({ ...known(company), figures: [] }));
    },

    settledNumbers: (numbers) =>
      sql.query<SettledNumber>(
        `SELECT s.value AS number, s.company_id AS "companyId", c.legal_name AS "companyName", s.is_same AS "isSame"
         FROM settled_number AS s JOIN company AS c ON c.id = s.company_id WHERE s.value = ANY ($1::text[]) ORDER BY s.value, s.company_id`,
        [numbers],
      ),
  };
}

const nameAndPlace = 'c.id, c.country, array_remove(ARRAY[c.legal_name, c.trade_name], NULL) AS names, c.town, c.department';

function known({ number, town, department, ...company }: FoundCompany): Omit<KnownCompany, 'figures'> {
  return { ...company, number: number ?? undefined, town: town ?? undefined, department: department ?? undefined };
}
