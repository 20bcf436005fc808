import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';

/**
 * Who is where, what they thought and where one can sit is for the network and its hubs.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireNetworkReader(viewer: Viewer): void {
  if (viewer.can('export:read')) return;
  if (viewer.isAnonymous) throw new NotSignedIn('Sign in to see who of the network is there, what they thought and where you could sit.');
  throw new NotAllowed('Your access lacks export:read: ask your branch for it.');
}

/**
 * The list of all that a company wrote is for that company and for those who may read its figures.
 *
 * @throws NotFound for everybody else, the same as for a company that does not exist.
 */
export function requireOwnerOrStaff(viewer: Viewer, companyId: string): void {
  requireNetworkReader(viewer);
  if (viewer.companyId === companyId || viewer.can('figures:read')) return;
  throw new NotFound('There is no such company, or its reviews are not yours to list.');
}

/** Within the network authors stand by their reviews; apps of partners see reviews without them. */
export function maySeeAuthors(viewer: Viewer): boolean {
  return viewer.can('export:read') && viewer.contract !== 'partner';
}
