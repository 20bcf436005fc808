import { newId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { RowVerdict } from '../../domain/affiliation/affiliation-batch.ts';
import { harmless } from '../../domain/network-list/cell-text.ts';
import { type FileTextRefusal, readFileText } from '../../domain/network-list/file-text.ts';
import type { ListedCompany, ReadRow } from '../../domain/network-list/listed-company.ts';
import {
  countryOf,
  type JudgedRow,
  type KnownCompany,
  NetworkList,
  namesakes,
  type RowOutcome,
} from '../../domain/network-list/network-list.ts';
import { RowReader } from '../../domain/network-list/row-reader.ts';
import { readTable, type TableRefusal } from '../../domain/network-list/table.ts';
import type { FiguresEntry, ListDirectory, ListEntries } from './affiliation-ports.ts';
import type { ListCounts, ReadFile } from './affiliation-views.ts';

export type ListRefusalReason = FileTextRefusal | TableRefusal;

export type ReadList =
  | { readonly readable: true; readonly file: ReadFile; readonly rows: readonly ReadRow[] }
  | { readonly readable: false; readonly reason: ListRefusalReason; readonly named: readonly string[] };

/** Reads a file as a member list, or says why it is none. */
export function readList(fileName: string, content: Uint8Array, today: LocalDate): ReadList {
  const file = readFileText(content);
  if (!file.readable) return { readable: false, reason: file.reason, named: [] };
  const read = readTable(file.text);
  if (!read.readable) return read;
  const { columns, delimiter, lines } = read.table;
  const reader = new RowReader(read.table, today);
  const unitless = [...columns.units].filter(([, unit]) => unit.power === undefined);
  return {
    readable: true,
    file: {
      fileName: harmless(fileName),
      encoding: file.encoding,
      delimiter,
      ignoredColumns: columns.ignored.map(harmless),
      amountsReadAsEuros: unitless.map(([column]) => columns.headings[columns.place.get(column) ?? -1] ?? ''),
    },
    rows: lines.map((line) => reader.read(line)),
  };
}

/** Judges the rows of a list, in their order, against the directory as it is now. */
export async function judgeRows(rows: readonly ReadRow[], directory: ListDirectory, today: LocalDate): Promise<JudgedRow[]> {
  const companies = rows.flatMap((row) => row.company ?? []);
  const numbers = companies.map((company) => company.number);
  const known = await directory.companiesByNumber(numbers);
  const similar = await similarCompanies(companies, known, directory);
  const list = new NetworkList([...known, ...similar], await directory.settledNumbers(numbers), newId, today);
  return rows.map((row) => list.judge(row));
}

/** What is told of the rows before they are applied: whoever would be added has no id that leads anywhere. */
export function verdictsBefore(judged: readonly JudgedRow[]): RowVerdict[] {
  const added = new Set(judged.filter(({ outcome }) => outcome === 'ADDED').map(({ companyId }) => companyId));
  return judged.map((row) => verdict(row, (id) => !added.has(id)));
}

export function verdictsAfter(judged: readonly JudgedRow[]): RowVerdict[] {
  return judged.map((row) => verdict(row, () => true));
}

export function countsOf(rows: readonly ReadRow[], judged: readonly JudgedRow[]): ListCounts {
  const count = (outcome: RowOutcome) => judged.filter((row) => row.outcome === outcome).length;
  const entered = judged.filter((row) => row.figuresToEnter);
  const figuresCorrected = entered.filter((row) => row.reasons.some(({ code }) => code === 'FIGURES_CORRECTED')).length;
  return {
    added: count('ADDED'),
    matched: count('MATCHED'),
    suspect: count('SUSPECT'),
    refused: count('REFUSED'),
    figuresAdded: entered.length - figuresCorrected,
    figuresCorrected,
    emailsLeftOut: rows.filter((row) => row.hadEmail).length,
  };
}

export function entriesOf(judged: readonly JudgedRow[], branchId: Uuid): ListEntries {
  return {
    branchId,
    newcomers: judged.flatMap(({ outcome, companyId: id, company }) => (outcome === 'ADDED' && id && company ? [{ id, company }] : [])),
    sites: judged.flatMap(({ companyId, siteToEnter: siret, company }) =>
      companyId && siret ? [{ companyId, siret, town: company?.town, department: company?.department }] : [],
    ),
    figures: judged.flatMap(({ companyId, figuresToEnter: figures }): FiguresEntry[] =>
      companyId && figures ? [{ companyId, figures }] : [],
    ),
  };
}

function verdict({ line, outcome, reasons, companyId, similarTo }: JudgedRow, leadsSomewhere: (id: Uuid) => boolean): RowVerdict {
  return {
    line,
    outcome,
    reasons,
    companyId: companyId !== undefined && leadsSomewhere(companyId) ? companyId : null,
    similarTo: similarTo.filter(leadsSomewhere),
  };
}

/** Only for companies that no number finds: whoever is known by number is not looked up by name. */
async function similarCompanies(
  companies: readonly ListedCompany[],
  known: readonly KnownCompany[],
  directory: ListDirectory,
): Promise<KnownCompany[]> {
  const numbers = new Set(known.map((company) => company.number));
  const unknown = companies.filter((company) => !numbers.has(company.number));
  if (unknown.length === 0) return [];
  const french = unknown.filter((company) => countryOf(company) === 'FR');
  const abroad = unknown.map(countryOf).filter((country) => country !== 'FR');
  const departments = french.map((company) => company.department);
  const told = departments.filter((department) => department !== undefined);
  const ids = new Set(known.map((company) => company.id));
  const near = await directory.companiesIn(told.length === departments.length ? [...new Set(told)] : undefined, [...new Set(abroad)]);
  return namesakes(
    unknown,
    near.filter((company) => !ids.has(company.id)),
  );
}
