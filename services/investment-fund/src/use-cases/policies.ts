import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';

/**
 * Lets pass who may see how a company fits the fund: the company itself, or staff who may read figures.
 *
 * @param companyId typed id
 * @throws NotSignedIn, NotAllowed without the scope, NotFound for somebody else's company
 */
export function requireSightOfFundFit(viewer: Viewer, companyId: string): void {
  if (viewer.isAnonymous) throw new NotSignedIn('Sign in to see how a company fits the fund.');
  if (!viewer.can('fund:read')) throw new NotAllowed('How a company fits the fund is shown with the right fund:read only.');
  if (viewer.companyId === companyId || viewer.can('figures:read')) return;
  throw new NotFound('There is no such company, or its figures are not yours to see.');
}
