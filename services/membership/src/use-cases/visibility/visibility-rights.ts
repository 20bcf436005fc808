import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';

/**
 * Nobody promises themselves something in the name of the whole network.
 *
 * @throws NotSignedIn or NotAllowed for whoever does not work for the network.
 */
export function requirePromiser(viewer: Viewer): void {
  requireOffice(viewer);
  if (viewer.branchCode !== undefined) throw new NotAllowed(say('PROMISED_BY_THE_NETWORK', viewer));
}

/** @throws NotFound for the promise to a network of another branch, the same as for one that does not exist. */
export function requireBeneficiary(viewer: Viewer, branchId: string, branches: readonly BranchView[]): void {
  requireOffice(viewer);
  const code = branches.find(({ id }) => id === branchId)?.code;
  if (viewer.branchCode !== undefined && viewer.branchCode !== code) throw new NotFound(say('NO_SUCH_PROMISE', viewer));
}

/** The network that promised does not let itself off: the branch that grew of the other network does. */
export function requirePromisee(viewer: Viewer, branchId: string, branches: readonly BranchView[]): void {
  requireBeneficiary(viewer, branchId, branches);
  if (viewer.branchCode === undefined) throw new NotAllowed(say('RELEASED_BY_THE_BRANCH', viewer));
}

function requireOffice(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('OFFICE_RIGHTS_MISSING', viewer));
}
