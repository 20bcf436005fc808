import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';

/** Anybody may see programs and open cohorts; the whole list of cohorts is for those who work with them. */
export function requireAcceleratorAccess(viewer: Viewer): void {
  if (viewer.can('accelerator:read')) return;
  if (viewer.isAnonymous) throw new NotSignedIn('Sign in to see this.');
  throw new NotAllowed('This needs the right accelerator:read.');
}

/** A company's eligibility tells its figures, so it is for the company itself and for those who may read figures. */
export function requireEligibilityAccess(viewer: Viewer, companyId: string): void {
  requireAcceleratorAccess(viewer);
  if (viewer.companyId === companyId || viewer.can('figures:read')) return;
  throw new NotFound('There is no such company, or its eligibility is not for you to see.');
}
