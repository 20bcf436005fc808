import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { DeclineReason, InboundProject, InboundStatus } from '../../domain/inbound/inbound-project.ts';

/** A project as it is shown. Days are yyyy-mm-dd, ids are UUIDs, amounts minor units as text. */
export interface InboundView extends InboundProject {
  readonly id: string;
  readonly version: number;
  readonly sourceBranchId: string | null;
  readonly organisation: string;
  readonly country: string;
  readonly activitySection: string | null;
  readonly surface: number;
  readonly departments: readonly string[];
  readonly budget: string | null;
  readonly currency: string | null;
  readonly wantedOn: LocalDate | null;
  readonly jobsAnnounced: number;
  readonly since: LocalDate;
  readonly siret: string | null;
  readonly jobsCreated: number | null;
  readonly declineReason: DeclineReason | null;
}

export interface InboundStepView {
  readonly projectId: string;
  readonly status: InboundStatus;
  readonly recordedOn: LocalDate;
  readonly visitedOn: LocalDate | null;
}

/** Whose projects somebody may see: all of them, or those of their branch and its territory, and those that are no secret. */
export type InboundReach =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'BRANCH'; readonly branchId: string; readonly departments: readonly string[] }
  | { readonly kind: 'SOURCE'; readonly branchId: string }
  | { readonly kind: 'PUBLISHED' };

/** Null does not narrow. */
export interface InboundFilter {
  readonly reach: InboundReach;
  readonly status: InboundStatus | null;
  /** Owned by this branch, or without an owner and wanted in its territory. */
  readonly branch: { readonly id: string; readonly departments: readonly string[] } | null;
  /** Only those that wait, and since before this day. */
  readonly waitingSinceBefore: LocalDate | null;
}

/** What became of the projects received by a day. */
export interface InboundTally {
  readonly status: InboundStatus;
  readonly count: number;
  readonly jobsCreated: number;
}
