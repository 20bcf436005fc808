import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { AnnualFigures } from '../domain/annual-figures.ts';
import type { ListEncoding } from '../domain/network-list/file-text.ts';
import type { ListedCompany } from '../domain/network-list/listed-company.ts';
import type { KnownCompany, RowOutcome } from '../domain/network-list/network-list.ts';
import type { RowReason } from '../domain/network-list/reasons.ts';
import type { Writes } from './write-ports.ts';

/** What happened to one row of a list. */
export interface MemberListRow {
  readonly line: number;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly reasons: readonly RowReason[];
  /** The company added or matched; null while it is not in the directory. */
  readonly companyId: Uuid | null;
  readonly similarTo: readonly Uuid[];
}

export type MemberListCounts = Readonly<Record<Lowercase<RowOutcome> | 'figuresAdded' | 'figuresCorrected' | 'emailsLeftOut', number>>;

/** What an import did, or on a trial would do. It is kept as it was told, so that the same request gets the same answer. */
export interface MemberListReport {
  readonly dryRun: boolean;
  readonly branchCode: string;
  readonly fileName: string;
  readonly encoding: ListEncoding;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
  /** Headings of amounts that say no unit and were read as whole euros. */
  readonly amountsReadAsEuros: readonly string[];
  readonly counts: MemberListCounts;
  readonly rows: readonly MemberListRow[];
}

/** A company as it is entered: a prospect of the branch that brought the list. */
export interface Newcomer {
  readonly id: Uuid;
  readonly company: ListedCompany;
}

export interface FiguresEntry {
  readonly companyId: Uuid;
  readonly figures: AnnualFigures;
}

export interface SiteEntry {
  readonly companyId: Uuid;
  readonly siret: string;
  readonly town?: string | undefined;
  readonly department?: string | undefined;
}

/** A row that waits for a person. */
export interface WaitingRow {
  /** Tells the same row again in a later list of the same branch. */
  readonly fingerprint: string;
  readonly row: MemberListRow;
  readonly company: ListedCompany | undefined;
}

export interface MemberListEntries {
  readonly branchId: Uuid;
  readonly newcomers: readonly Newcomer[];
  readonly sites: readonly SiteEntry[];
  readonly figures: readonly FiguresEntry[];
  readonly waiting: readonly WaitingRow[];
}

export interface MemberListImport {
  readonly id: Uuid;
  readonly requestedBy: string;
  readonly branchId: Uuid;
  readonly contentHash: string;
  readonly importedAt: Date;
  readonly report: MemberListReport;
}

/** What the directory holds of the companies that a list may speak of. */
export interface ListDirectory {
  companiesByNumber(sirens: readonly string[]): Promise<KnownCompany[]>;
  /** French companies of these departments, or of any when undefined, and those whose department nobody knows; by name and place only. */
  companiesIn(departments: readonly string[] | undefined): Promise<KnownCompany[]>;
}

/** What one import reads and writes; all of it stands or falls together. */
export interface MemberListBook extends ListDirectory {
  /** Waits until no other import is under way: what it entered is then seen. */
  takeTurn(): Promise<void>;
  /** The import first, because what waits belongs to it. */
  enter(done: MemberListImport, entries: MemberListEntries): Promise<void>;
}

export interface MemberLists {
  /** Looks without entering anything. */
  tried<Result>(work: (directory: ListDirectory) => Promise<Result>): Promise<Result>;
}

export type MemberListWrites = Writes<MemberListBook>;
