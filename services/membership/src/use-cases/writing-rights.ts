import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import { encodeId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { OneCompany } from './company-ports.ts';
import { say } from './sentences.ts';

/**
 * What the bureau decides is entered by who leads the branch in question, or works for the whole network; never by the company
 * that it is about.
 *
 * @param branchCode the branch the company belongs or wants to belong to, if any
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireBureau(viewer: Viewer, company: OneCompany, branchCode: string | undefined): void {
  requireWritingBranch(viewer);
  if (speaksFor(viewer, company)) throw new NotAllowed(say('NOT_ABOUT_YOURSELF', viewer));
  if (viewer.branchCode !== undefined && branchCode !== undefined && viewer.branchCode !== branchCode)
    throw new NotAllowed(say('OWN_BRANCH_ONLY', viewer).replace('{own}', viewer.branchCode));
}

/** @throws NotSignedIn or NotAllowed for whoever enters nothing for any bureau. */
export function requireWritingBranch(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('BUREAU_RIGHTS_MISSING', viewer));
}

/** What a company decides about itself may be entered for it by the bureau. */
export function requireCompanyOrBureau(viewer: Viewer, company: OneCompany, branchCode: string | undefined): void {
  if (!speaksFor(viewer, company)) requireBureau(viewer, company, branchCode);
}

/** A company takes back only what it asked for itself: a branch that does not take it rejects it, and says on what ground. */
export function requireApplicant(viewer: Viewer, company: OneCompany): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!speaksFor(viewer, company)) throw new NotAllowed(say('APPLICANT_ONLY', viewer));
}

/** @throws NotFound for whoever is neither the company itself nor of a bureau, the same as for a company that does not exist. */
export function requireFileReader(viewer: Viewer, companyId: Uuid): void {
  if (viewer.companyId !== encodeId('company', companyId) && !viewer.can('branch:manage'))
    throw new NotFound(say('NO_SUCH_COMPANY', viewer));
}

/** Who did what is for the bureau alone. */
export function requireHistoryReader(viewer: Viewer): void {
  if (!viewer.can('branch:manage')) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
}

/** A token names the company as it was when somebody signed in. */
export function speaksFor(viewer: Viewer, { companyId, formerIds }: OneCompany): boolean {
  return [companyId, ...formerIds].some((id) => viewer.companyId === encodeId('company', id));
}
