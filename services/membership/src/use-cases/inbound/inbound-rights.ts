import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { isConfidential } from '../../domain/inbound/inbound-project.ts';
import { requireDirectoryReader } from '../reading-rights.ts';
import { say } from '../sentences.ts';
import type { BranchView } from '../views.ts';
import type { InboundReach, InboundView } from './inbound-views.ts';

/**
 * The network sees all projects; the lead of a branch those of the branch, those it brought, and those without an owner that want its
 * territory; a hub those it brought; members those that are no secret any more.
 *
 * @throws NotSignedIn or NotAllowed for whoever may not even read the directory.
 */
export function reachOf(viewer: Viewer, branches: readonly BranchView[]): InboundReach {
  requireDirectoryReader(viewer);
  const own = branches.find(({ code }) => code === viewer.branchCode);
  if (viewer.can('branch:manage')) return own ? { kind: 'BRANCH', branchId: own.id, departments: own.departments } : { kind: 'ALL' };
  if (viewer.contract === 'partner') {
    const hub = own ?? branches.find(({ kind, country }) => kind === 'HUB' && country === viewer.hubCountry);
    if (!hub) throw new NotAllowed(say('INSIDERS_ONLY', viewer));
    return { kind: 'SOURCE', branchId: hub.id };
  }
  if (viewer.contract === 'reporting') throw new NotAllowed(say('INSIDERS_ONLY', viewer));
  return { kind: 'PUBLISHED' };
}

/** The same as the condition of the list: a test asks both about every project. */
export function isWithin(reach: InboundReach, project: InboundView): boolean {
  switch (reach.kind) {
    case 'ALL':
      return true;
    case 'SOURCE':
      return project.sourceBranchId === reach.branchId;
    case 'BRANCH':
      return (
        !isConfidential(project.status) ||
        project.ownerBranchId === reach.branchId ||
        project.sourceBranchId === reach.branchId ||
        (project.ownerBranchId === null && isWantedIn(project, reach.departments))
      );
    case 'PUBLISHED':
      return !isConfidential(project.status);
  }
}

/**
 * Requests are taken by branches and by hubs abroad, which is where most of them arrive.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireOpener(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  const isHub = viewer.contract === 'partner' && viewer.hubCountry !== undefined;
  if (!isHub) requireOffice(viewer);
}

/** @throws NotFound for a project out of reach, NotAllowed for one that another branch looks after. */
export function requireKeeper(viewer: Viewer, branches: readonly BranchView[], project: InboundView): void {
  requireOffice(viewer);
  const reach = reachOf(viewer, branches);
  if (!isWithin(reach, project)) throw new NotFound(say('NO_SUCH_PROJECT', viewer));
  const isOther = reach.kind === 'BRANCH' && project.ownerBranchId !== null && project.ownerBranchId !== reach.branchId;
  if (isOther) throw new NotAllowed(say('OTHER_BRANCH_KEEPS', viewer));
}

/** @throws NotSignedIn or NotAllowed for whoever does not work for a branch. */
function requireOffice(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('members:write') || !viewer.can('branch:manage')) throw new NotAllowed(say('OFFICE_RIGHTS_MISSING', viewer));
}

function isWantedIn({ departments }: InboundView, territory: readonly string[]): boolean {
  return departments.length === 0 || departments.some((department) => territory.includes(department));
}
