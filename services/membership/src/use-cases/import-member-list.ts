import { createHash } from 'node:crypto';
import { NotAllowed, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { harmless } from '../domain/network-list/cell-text.ts';
import { type FileTextRefusal, type ListEncoding, readFileText } from '../domain/network-list/file-text.ts';
import type { ListedCompany, ReadRow } from '../domain/network-list/listed-company.ts';
import { type JudgedRow, type KnownCompany, NetworkList, namesakes } from '../domain/network-list/network-list.ts';
import { RowReader } from '../domain/network-list/row-reader.ts';
import { readTable, type Table, type TableRefusal } from '../domain/network-list/table.ts';
import type {
  FiguresEntry,
  ListDirectory,
  MemberListEntries,
  MemberListReport,
  MemberListRow,
  MemberLists,
  MemberListWrites,
} from './member-list-ports.ts';
import type { Branches } from './ports.ts';
import type { BranchView } from './views.ts';

export interface MemberListRequest {
  readonly idempotencyKey: string;
  readonly branchCode: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly dryRun: boolean;
}

export type MemberListRefusalReason = FileTextRefusal | TableRefusal | 'BRANCH_UNKNOWN' | 'BRANCH_IS_A_HUB';

/** Why a list as a whole was not taken, and what the sentence about it must name: headings, or the branches there are. */
export interface MemberListRefusal {
  readonly reason: MemberListRefusalReason;
  readonly named: readonly string[];
}

export type MemberListResult = { readonly report: MemberListReport } | { readonly refusal: MemberListRefusal };

interface Parts {
  readonly lists: MemberLists;
  readonly writes: MemberListWrites;
  readonly branches: Pick<Branches, 'branches'>;
  readonly calendar: Calendar;
}

/** Takes in the member list of a joining network, or says why it cannot. On a dry run nothing is written. */
export async function importMemberList(
  { lists, writes, branches, calendar }: Parts,
  viewer: Viewer,
  request: MemberListRequest,
): Promise<MemberListResult> {
  requireImportRight(viewer);
  const all = await branches.branches();
  const branch = all.find((candidate) => candidate.code === request.branchCode);
  if (!branch)
    return refuse(
      'BRANCH_UNKNOWN',
      all.filter((candidate) => candidate.kind === 'LOCAL').map((candidate) => candidate.code),
    );
  requireOwnBranch(viewer, branch);
  if (branch.kind === 'HUB') return refuse('BRANCH_IS_A_HUB', [branch.code]);

  const file = readFileText(request.content);
  if (!file.readable) return refuse(file.reason);
  const read = readTable(file.text);
  if (!read.readable) return refuse(read.reason, read.named);
  const list = new ListAtWork(request, branch, file.encoding, read.table, calendar);
  if (request.dryRun) return { report: (await lists.tried((directory) => list.judged(directory))).report };
  return { report: await list.enteredInTurn(writes, viewer) };
}

class ListAtWork {
  private readonly rows: readonly ReadRow[];

  constructor(
    private readonly request: MemberListRequest,
    private readonly branch: BranchView,
    private readonly encoding: ListEncoding,
    private readonly table: Table,
    private readonly calendar: Calendar,
  ) {
    const reader = new RowReader(table, calendar.today());
    this.rows = table.lines.map((line) => reader.read(line));
  }

  async judged(directory: ListDirectory): Promise<{ report: MemberListReport; entries: MemberListEntries }> {
    const companies = this.rows.flatMap((row) => row.company ?? []);
    const known = await directory.companiesByNumber(companies.map((company) => company.siren));
    const similar = await similarCompanies(companies, known, directory);
    const list = new NetworkList([...known, ...similar], newId, this.calendar.today());
    const judged = this.rows.map((row) => list.judge(row));
    return { report: this.report(judged), entries: this.entries(judged) };
  }

  /** Numbers that are not known yet cannot be locked one by one, so that lists are entered one after the other. */
  enteredInTurn(writes: MemberListWrites, viewer: Viewer): Promise<MemberListReport> {
    const { idempotencyKey } = this.request;
    const contentHash = createHash('sha256').update(`${this.branch.code}\n`).update(this.request.content).digest('hex');
    const request = { action: 'importMemberList', idempotencyKey, body: { contentHash } };
    return writes.once(viewer, request, async (book) => {
      await book.takeTurn();
      const { report, entries } = await this.judged(book);
      const done = {
        id: newId(),
        requestedBy: viewer.subject,
        branchId: this.branch.id,
        contentHash,
        importedAt: this.calendar.now(),
        report,
      };
      await book.enter(done, entries);
      const fields = (['newcomers', 'sites', 'figures', 'waiting'] as const).filter((kind) => entries[kind].length > 0);
      const change = (kind: string, id: Uuid, to: string | null, touched: readonly string[]) => ({
        kind,
        id,
        fields: touched,
        from: null,
        to,
        why: null,
      });
      const listed = entries.newcomers.map(({ id }) => change('company', id, 'LISTED', ['company']));
      const extended = entries.sites.map(({ companyId }) => change('company', companyId, null, ['site']));
      return { answer: report, changes: [change('branch', this.branch.id, null, fields), ...listed, ...extended] };
    });
  }

  private report(judged: readonly JudgedRow[]): MemberListReport {
    const { columns, delimiter } = this.table;
    const count = (outcome: JudgedRow['outcome']) => judged.filter((row) => row.outcome === outcome).length;
    const entered = judged.filter((row) => row.figuresToEnter);
    const figuresCorrected = entered.filter((row) => row.reasons.some(({ code }) => code === 'FIGURES_CORRECTED')).length;
    const added = new Set(judged.filter((row) => row.outcome === 'ADDED').map((row) => row.companyId));
    return {
      dryRun: this.request.dryRun,
      branchCode: this.branch.code,
      fileName: harmless(this.request.fileName),
      encoding: this.encoding,
      delimiter,
      ignoredColumns: columns.ignored.map(harmless),
      amountsReadAsEuros: [...columns.units]
        .filter(([, unit]) => unit.power === undefined)
        .map(([column]) => columns.headings[columns.place.get(column) ?? -1] ?? ''),
      counts: {
        added: count('ADDED'),
        matched: count('MATCHED'),
        suspect: count('SUSPECT'),
        refused: count('REFUSED'),
        figuresAdded: entered.length - figuresCorrected,
        figuresCorrected,
        emailsLeftOut: this.rows.filter((row) => row.hadEmail).length,
      },
      // On a dry run a newcomer's id would lead nowhere.
      rows: judged.map((row) => rowOf(row, (id) => !this.request.dryRun || !added.has(id))),
    };
  }

  private entries(judged: readonly JudgedRow[]): MemberListEntries {
    const waiting = judged.flatMap((row, index) =>
      row.outcome === 'SUSPECT' || row.outcome === 'REFUSED' ? [{ row, cells: this.table.lines[index]?.cells ?? [] }] : [],
    );
    return {
      branchId: this.branch.id,
      newcomers: judged.flatMap(({ outcome, companyId: id, company }) => (outcome === 'ADDED' && id && company ? [{ id, company }] : [])),
      sites: judged.flatMap(({ companyId, siteToEnter: siret, company }) =>
        companyId && siret ? [{ companyId, siret, town: company?.town, department: company?.department }] : [],
      ),
      figures: judged.flatMap(({ companyId, figuresToEnter: figures }): FiguresEntry[] =>
        companyId && figures ? [{ companyId, figures }] : [],
      ),
      waiting: waiting.map(({ row, cells }) => ({
        fingerprint: this.fingerprint(cells),
        row: rowOf(row, () => true),
        company: row.company,
      })),
    };
  }

  /** E-mail and consent stand outside, so that nothing about them can be worked out from what is kept. */
  private fingerprint(cells: readonly string[]): string {
    const { place } = this.table.columns;
    const withheld = [place.get('email'), place.get('consent')];
    const kept = cells.filter((_, index) => !withheld.includes(index));
    return createHash('sha256').update(JSON.stringify(kept)).digest('hex');
  }
}

/** Only for companies that no number finds: whoever is known by number is not looked up by name. */
async function similarCompanies(
  companies: readonly ListedCompany[],
  known: readonly KnownCompany[],
  directory: ListDirectory,
): Promise<KnownCompany[]> {
  const sirens = new Set(known.map((company) => company.siren));
  const unknown = companies.filter((company) => !sirens.has(company.siren));
  if (unknown.length === 0) return [];
  const departments = unknown.map((company) => company.department);
  const told = departments.filter((department) => department !== undefined);
  const ids = new Set(known.map((company) => company.id));
  const near = await directory.companiesIn(told.length === departments.length ? [...new Set(told)] : undefined);
  return namesakes(
    unknown,
    near.filter((company) => !ids.has(company.id)),
  );
}

function rowOf(row: JudgedRow, leadsSomewhere: (id: Uuid) => boolean): MemberListRow {
  return {
    line: row.line,
    name: row.shownName,
    outcome: row.outcome,
    reasons: row.reasons,
    companyId: row.companyId !== undefined && leadsSomewhere(row.companyId) ? row.companyId : null,
    similarTo: row.similarTo.filter(leadsSomewhere),
  };
}

function requireImportRight(viewer: Viewer): void {
  if (viewer.can('members:write') && viewer.can('branch:manage')) return;
  const french = viewer.language === 'fr';
  if (viewer.isAnonymous) throw new NotSignedIn(french ? 'Connectez-vous pour importer une liste.' : 'Sign in to import a list.');
  throw new NotAllowed(
    french
      ? 'Importer une liste demande les droits members:write et branch:manage.'
      : 'Importing a list needs the rights members:write and branch:manage.',
  );
}

/** Who leads a branch imports for that one; whoever works for the whole network, for any. */
function requireOwnBranch(viewer: Viewer, branch: BranchView): void {
  const own = viewer.branchCode;
  if (own === undefined || own === branch.code) return;
  throw new NotAllowed(
    viewer.language === 'fr'
      ? `Vous importez les listes de votre antenne (${own}), pas celles de ${branch.code}.`
      : `You import lists for your own branch (${own}), not for ${branch.code}.`,
  );
}

function refuse(reason: MemberListRefusalReason, named: readonly string[] = []): MemberListResult {
  return { refusal: { reason, named } };
}
