import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Branches } from './ports.ts';
import { say } from './sentences.ts';

/**
 * The branch whose lists a viewer asks for. Who leads a branch sees that one; whoever works for the whole network, any or all.
 *
 * @param code of the branch asked for, if any
 * @returns the id of the branch, undefined for all of them
 * @throws NotSignedIn, NotAllowed or NotFound with what to do instead.
 */
export async function branchInReach(
  viewer: Viewer,
  code: string | null | undefined,
  { branches }: Pick<Branches, 'branches'>,
): Promise<string | undefined> {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('branch:manage')) throw new NotAllowed(say('BRANCH_MANAGE_MISSING', viewer));
  const own = viewer.branchCode;
  if (own !== undefined && code != null && code !== own) throw new NotAllowed(say('OWN_LISTS_ONLY', viewer).replace('{own}', own));
  const wanted = code ?? own;
  if (wanted === undefined) return undefined;
  const branch = (await branches()).find((one) => one.code === wanted);
  if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
  return branch.id;
}
