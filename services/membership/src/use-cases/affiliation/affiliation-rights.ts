import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';

/** @throws NotSignedIn or NotAllowed for whoever works neither for a branch nor for the network. */
export function requireImporter(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_IMPORT', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('IMPORT_RIGHTS_MISSING', viewer));
}

/** Who leads a branch imports for that one; whoever works for the whole network, for any. */
export function requireOwnBranch(viewer: Viewer, branch: Pick<BranchView, 'code'>): void {
  const own = viewer.branchCode;
  if (own === undefined || own === branch.code) return;
  throw new NotAllowed(say('OWN_IMPORTS_ONLY', viewer).replace('{own}', own).replace('{other}', branch.code));
}

/** @throws NotFound for the batch of another branch, the same as for one that does not exist. */
export function requireBatchReader(viewer: Viewer, branchId: string, branches: readonly BranchView[]): void {
  const code = branches.find(({ id }) => id === branchId)?.code;
  if (!viewer.can('branch:manage') || (viewer.branchCode !== undefined && viewer.branchCode !== code))
    throw new NotFound(say('NO_SUCH_BATCH', viewer));
}
