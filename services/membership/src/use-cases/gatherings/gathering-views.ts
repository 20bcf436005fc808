import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Gathering, GatheringKind } from '../../domain/gatherings/gathering.ts';
import type { Participation } from '../../domain/gatherings/participation.ts';
import type { SignUp } from '../../domain/gatherings/sign-up.ts';

/** A gathering as it is shown. Days are yyyy-mm-dd, ids are UUIDs. */
export interface GatheringView extends Gathering {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly cancelReason: string | null;
}

export interface SignUpView extends SignUp {
  readonly id: string;
  readonly gatheringId: string;
  readonly companyId: string;
  readonly personId: string;
  /** The day on which it waited no more; null for who never waited or waits still. */
  readonly movedUpOn: LocalDate | null;
  /** Null as long as nobody wrote it down. */
  readonly came: boolean | null;
}

/** Whose gatherings somebody sees: all, or those in a country and those that the branches of that country prepare. */
export type GatheringReach = { readonly kind: 'ALL' } | { readonly kind: 'COUNTRY'; readonly country: string };

/** Null does not narrow. */
export interface GatheringFilter {
  readonly reach: GatheringReach;
  /** Those that are not over before this day. */
  readonly from: LocalDate;
  readonly kind: GatheringKind | null;
  readonly country: string | null;
  readonly branchId: string | null;
  readonly theme: string | null;
}

/** Null does not narrow. */
export interface SignUpFilter {
  readonly companyId: string | null;
  readonly gatheringId: string | null;
  /** Those that moved up on this day or later. */
  readonly movedUpSince: LocalDate | null;
}

/** The whole, or one part of it by what the part is about. */
export interface ParticipationView extends Participation {
  readonly by: 'ALL' | 'COUNTRY' | 'THEME' | 'POLICY';
  readonly key: string | null;
}
