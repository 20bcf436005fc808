import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { BatchStatus, RowVerdict } from '../../domain/affiliation/affiliation-batch.ts';
import type { PartnerNetwork } from '../../domain/affiliation/partner-network.ts';
import type { Settlement } from '../../domain/affiliation/suspect-row.ts';
import type { AnnualFigures } from '../../domain/annual-figures.ts';
import type { ListedCompany, ReadRow } from '../../domain/network-list/listed-company.ts';
import type { KnownCompany, SettledNumber } from '../../domain/network-list/network-list.ts';
import type { Writes } from '../write-ports.ts';
import type { BatchView, ListCounts, NetworkView, ReadFile } from './affiliation-views.ts';

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

/** What a batch brings into the directory. */
export interface ListEntries {
  readonly branchId: Uuid;
  readonly newcomers: readonly Newcomer[];
  readonly sites: readonly SiteEntry[];
  readonly figures: readonly FiguresEntry[];
}

/** What the directory holds of the companies that a list may speak of. */
export interface ListDirectory {
  companiesByNumber(numbers: readonly string[]): Promise<KnownCompany[]>;
  /**
   * French companies of these departments, or of any when undefined, and those whose department nobody knows; and all of these other
   * countries. By name and place only.
   */
  companiesIn(departments: readonly string[] | undefined, countriesAbroad: readonly string[]): Promise<KnownCompany[]>;
  settledNumbers(numbers: readonly string[]): Promise<SettledNumber[]>;
}

export interface UploadedList extends ReadFile {
  readonly branchId: Uuid;
  readonly networkId: Uuid | null;
  readonly contentHash: string;
  readonly rows: readonly ReadRow[];
}

interface Swap {
  readonly swapped: boolean;
  readonly current: number | undefined;
}

/** What people do about networks that join, within one transaction. */
export interface AffiliationBook extends ListDirectory {
  /** @returns whether it was entered: a branch knows each network once, whatever the capitals. */
  enterNetwork(id: Uuid, branchId: Uuid, network: PartnerNetwork): Promise<boolean>;
  network(id: Uuid): Promise<NetworkView | undefined>;
  enterBatch(id: Uuid, list: UploadedList, at: Date): Promise<void>;
  /** Whoever has it is alone with the batch and its rows until the transaction ends. */
  batchForUpdate(id: Uuid): Promise<BatchView | undefined>;
  /** Who brought the list. */
  uploaderOf(batchId: Uuid): Promise<string | undefined>;
  /** The rows as they were read, in the order of the file. */
  rowsOf(batchId: Uuid): Promise<ReadRow[]>;
  /** The rows as they were last checked, in the order of the file. */
  verdictsOf(batchId: Uuid): Promise<RowVerdict[]>;
  /** Moves the batch if it still has the expected version. */
  enterStatus(batchId: Uuid, expectedVersion: number, status: BatchStatus): Promise<Swap>;
  /** The same, with what is to become of its rows. */
  enterVerdicts(
    batchId: Uuid,
    expectedVersion: number,
    status: BatchStatus,
    verdicts: readonly RowVerdict[],
    counts: ListCounts,
  ): Promise<Swap>;
  /** What a person said of a number replaces what was said of it and the same companies before. */
  enterSettlement(company: Pick<ListedCompany, 'scheme' | 'number'>, companyIds: readonly Uuid[], settlement: Settlement): Promise<void>;
  /** The id that a company has now: its own unless its record became part of another. */
  presentId(companyId: Uuid): Promise<Uuid>;
  /** Waits until no other batch is being applied or settled: what that entered is then seen. */
  takeTurn(): Promise<void>;
  enterCompanies(entries: ListEntries, at: Date): Promise<void>;
  /** What a closed batch needs no longer is forgotten: whom its rows name. */
  forgetLeaders(batchId: Uuid): Promise<void>;
}

export type AffiliationWrites = Writes<AffiliationBook>;
