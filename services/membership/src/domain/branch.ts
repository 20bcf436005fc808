import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type FormerRegion, formerRegionOf } from './former-region.ts';

export type BranchKind = 'LOCAL' | 'HUB';
export type BranchStatus = 'PLANNED' | 'ACTIVE';

/** How far a branch has come on a day; null before anyone planned it. */
export function branchStatusOn(
  branch: { readonly plannedOn: LocalDate | null; readonly openedOn: LocalDate | null },
  day: LocalDate,
): BranchStatus | null {
  if (branch.openedOn && branch.openedOn <= day) return 'ACTIVE';
  return branch.plannedOn && branch.plannedOn <= day ? 'PLANNED' : null;
}

/** A local branch's territory never crosses the old border, so its first department tells. Hubs lie in neither region. */
export function formerRegionOfBranch(branch: { readonly departments: readonly string[] }): FormerRegion | null {
  return formerRegionOf(branch.departments[0]);
}
