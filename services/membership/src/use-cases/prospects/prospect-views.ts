import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { GrowthProjectKind, Prospect, ProspectSegment } from '../../domain/prospects/prospect.ts';

/** A company that was never a member, with what the branch knows. Days are yyyy-mm-dd, ids are UUIDs. */
export interface ProspectView extends Prospect {
  readonly companyId: string;
  readonly branchId: string | null;
  readonly segment: ProspectSegment | null;
  readonly lastNote: string | null;
  readonly growthProjects: readonly { readonly kind: GrowthProjectKind; readonly title: string; readonly startsOn: LocalDate | null }[];
}

/** Null does not narrow. */
export interface ProspectFilter {
  readonly day: LocalDate;
  readonly branchId: string | null;
  readonly segment: ProspectSegment | null;
}
