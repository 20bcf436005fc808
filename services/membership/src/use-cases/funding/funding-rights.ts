import { NotAllowed, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from '../sentences.ts';

/** @throws NotSignedIn or NotAllowed for whoever works neither for a branch nor for the network. */
export function requireFundingClerk(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('OFFICE_RIGHTS_MISSING', viewer));
}

/**
 * Branches bring costs and claims; what was agreed and what a funder decided is entered by the network.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireNetworkOffice(viewer: Viewer): void {
  requireFundingClerk(viewer);
  if (viewer.branchCode !== undefined) throw new NotAllowed(say('NETWORK_OFFICE_ONLY', viewer));
}
