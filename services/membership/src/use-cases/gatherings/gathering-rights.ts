import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { requireDirectoryReader } from '../reading-rights.ts';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';
import type { GatheringReach, GatheringView } from './gathering-views.ts';

/**
 * Members and branches see all gatherings; a hub abroad those in its country and those it prepares; reports see figures only.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function reachOf(viewer: Viewer): GatheringReach {
  requireDirectoryReader(viewer);
  if (viewer.contract === 'reporting') throw new NotAllowed(say('FIGURES_ONLY', viewer));
  if (viewer.contract !== 'partner') return { kind: 'ALL' };
  if (viewer.hubCountry === undefined) throw new NotAllowed(say('INSIDERS_ONLY', viewer));
  return { kind: 'COUNTRY', country: viewer.hubCountry };
}

/** The same as the condition of the list: a test asks both about every gathering. */
export function isWithin(reach: GatheringReach, { country, branchId }: GatheringView, branches: readonly BranchView[]): boolean {
  if (reach.kind === 'ALL') return true;
  return country === reach.country || branches.find(({ id }) => id === branchId)?.country === reach.country;
}

/**
 * A gathering is prepared by the branch that invites to it, or by the network.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireHost(viewer: Viewer, branch: BranchView | undefined): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('OFFICE_RIGHTS_MISSING', viewer));
  if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
  if (viewer.branchCode !== undefined && viewer.branchCode !== branch.code)
    throw new NotAllowed(say('OTHER_BRANCH_HOSTS', viewer).replace('{own}', viewer.branchCode));
}
