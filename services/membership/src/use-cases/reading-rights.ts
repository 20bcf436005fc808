import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import { encodeId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Asker } from '../domain/person.ts';
import { say } from './sentences.ts';
import type { BranchView } from './views.ts';

/**
 * Who is in the network is for the network and its hubs; how many are is for everybody.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireDirectoryReader(viewer: Viewer): void {
  if (viewer.can('members:read')) return;
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN', viewer));
  throw new NotAllowed(say('MEMBERS_READ_MISSING', viewer));
}

/** A company's figures are for the company itself and for those who work with them. */
export function mayUseFigures(viewer: Viewer, companyId: Uuid): boolean {
  return viewer.can('figures:read') || viewer.companyId === encodeId('company', companyId);
}

/** Lists of figures of many companies are for those who work with them. */
export function requireReaderOfAllFigures(viewer: Viewer): void {
  if (!viewer.can('figures:read')) throw new NotAllowed(say('FIGURES_READ_MISSING', viewer));
}

/** @throws NotFound for whoever may not use them, the same as for a company that does not exist. */
export function requireFigures(viewer: Viewer, companyId: Uuid): void {
  if (!mayUseFigures(viewer, companyId)) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
}

/** Names are for the network; reports need none. Whether a hub may be told of somebody is for the person's rule to say. */
export function maySeePeople(viewer: Viewer): boolean {
  return viewer.can('members:read') && viewer.contract !== 'reporting';
}

/** Who asks about a person of a company. A hub is told by the country of the token; one that no branch is known for has no basis. */
export function askerAbout(viewer: Viewer, companyId: Uuid, branches: readonly BranchView[]): Asker {
  const isHub = viewer.contract === 'partner' || viewer.hubCountry !== undefined;
  const hub = branches.find(({ kind, country }) => kind === 'HUB' && country === viewer.hubCountry);
  return {
    isOfTheirCompany: viewer.companyId === encodeId('company', companyId),
    worksWithContacts: viewer.can('contacts:read'),
    isMember: viewer.contract === 'member' || viewer.contract === 'internal',
    hub: isHub ? { transferBasis: hub?.transferBasis ?? null } : null,
  };
}

/** What somebody agreed to is for their company, for branches, and for whoever watches over it. */
export function maySeeConsents(viewer: Viewer, companyId: Uuid): boolean {
  return viewer.can('branch:manage') || viewer.can('privacy:manage') || viewer.companyId === encodeId('company', companyId);
}

/**
 * Figures about what the network does are for its branches and for reports.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireFiguresReader(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN', viewer));
  if (!viewer.can('branch:manage') && !viewer.can('reports:read')) throw new NotAllowed(say('FIGURES_RIGHTS_MISSING', viewer));
}
