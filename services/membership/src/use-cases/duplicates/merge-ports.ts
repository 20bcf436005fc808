import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CompanyRecord, MergePlan } from '../../domain/duplicates/merging.ts';
import type { MergeRecord } from '../../domain/duplicates/undoing.ts';
import type { AnsweredCompany, OneCompany } from '../company-ports.ts';
import type { FiguresView } from '../views.ts';
import type { Writes } from '../write-ports.ts';

/** A record with all that a merge asks about it, held so that nothing is entered about it meanwhile, not even by who looks at no record. */
export interface HeldRecord extends CompanyRecord, AnsweredCompany {
  /** The version of what people entered about it. */
  readonly version: number;
  readonly figures: readonly FiguresView[];
}

export interface HeldMerge extends MergeRecord {
  readonly keptId: Uuid;
  readonly mergedId: Uuid;
  /** Of the company that both became; undefined when it was merged into another one since. */
  readonly company: { readonly version: number; readonly branchCode: string | undefined } | undefined;
}

export interface MergeEntry extends MergePlan {
  readonly id: Uuid;
  readonly keptId: Uuid;
  readonly mergedId: Uuid;
  readonly reason: string;
  readonly on: LocalDate;
  /** Reports of closed years that do not count any more. */
  readonly reportsLeftOut: readonly Uuid[];
}

/** Records of companies that become one and come apart again, within one transaction. */
export interface MergeBook {
  recordsForUpdate(companyIds: readonly Uuid[], today: LocalDate): Promise<ReadonlyMap<Uuid, HeldRecord>>;
  /** The companies that ids lead to, undefined where there is none. */
  companiesNow(askedIds: readonly Uuid[]): Promise<readonly (OneCompany | undefined)[]>;
  enterMerge(entry: MergeEntry): Promise<void>;
  mergeForUpdate(mergeId: Uuid): Promise<HeldMerge | undefined>;
  enterUndoing(mergeId: Uuid, reason: string, on: LocalDate): Promise<void>;
}

export type MergeWrites = Writes<MergeBook>;
