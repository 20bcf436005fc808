import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { branchStatusOn, formerRegionOfBranch } from '../domain/branch.ts';
import type { FormerRegion } from '../domain/former-region.ts';
import type { BranchView } from './views.ts';

export interface MemberCounts {
  readonly total: number;
  readonly east: number;
  readonly west: number;
  readonly byBranch: readonly { readonly branch: BranchView; readonly count: number }[];
  readonly hubMembers: number;
}

/** Adds up the branches: the network's figure is the sum of theirs, and hubs abroad are counted apart. */
export function countMembers(branches: readonly BranchView[], active: ReadonlyMap<string, number>, day: LocalDate): MemberCounts {
  const counted = branches.map((branch) => ({ branch, count: active.get(branch.id) ?? 0 }));
  const local = counted.filter(({ branch }) => branch.kind === 'LOCAL');
  const inRegion = (region: FormerRegion) => local.filter(({ branch }) => formerRegionOfBranch(branch) === region);
  return {
    total: sum(local),
    east: sum(inRegion('LANGUEDOC_ROUSSILLON')),
    west: sum(inRegion('MIDI_PYRENEES')),
    // Whoever has members is shown whatever its dates say: a branch left out would be missing from the sum.
    byBranch: local.filter(({ branch, count }) => count > 0 || branchStatusOn(branch, day) === 'ACTIVE'),
    hubMembers: sum(counted.filter(({ branch }) => branch.kind === 'HUB')),
  };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
