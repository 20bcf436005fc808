import { InvalidInput, NotAllowed, NotFound } from '@leader/subgraph-kit/errors/errors';
import { encodeId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Exchange } from '../../domain/expertise/exchange.ts';
import type { OneCompany } from '../company-ports.ts';
import { requireDirectoryReader } from '../reading-rights.ts';
import { say } from '../sentences.ts';
import { speaksFor } from '../writing-rights.ts';

/**
 * What members offer each other is for the members and the branches; neither for hubs abroad nor for reports.
 *
 * @throws NotSignedIn or NotAllowed with what to do instead.
 */
export function requireInsider(viewer: Viewer): void {
  requireDirectoryReader(viewer);
  if (viewer.contract === 'partner' || viewer.contract === 'reporting') throw new NotAllowed(say('INSIDERS_ONLY', viewer));
}

/** @throws NotFound for whoever is neither one of the two nor of a branch, the same as for an exchange that does not exist. */
export function requireExchangeReader(viewer: Viewer, { expertId, seekerId }: Pick<Exchange, 'expertId' | 'seekerId'>): void {
  const isParty = [expertId, seekerId].some((id) => viewer.companyId === encodeId('company', id));
  if (!isParty && !viewer.can('branch:manage')) throw new NotFound(say('NO_SUCH_EXCHANGE', viewer));
}

/** The same for whoever is about to change it, with the two companies by whichever of their ids. */
export function requireExchangeParty(viewer: Viewer, parties: readonly (OneCompany | undefined)[]): void {
  const isParty = parties.some((party) => party && speaksFor(viewer, party));
  if (!isParty && !viewer.can('branch:manage')) throw new NotFound(say('NO_SUCH_EXCHANGE', viewer));
}

/**
 * The company that somebody acts for: the one that is named, else their own.
 *
 * @throws InvalidInput when there is neither.
 */
export function actingCompany(viewer: Viewer, companyId: string | null | undefined): Uuid {
  const id = companyId ?? viewer.companyId;
  if (id === undefined) throw new InvalidInput(say('SAY_WHICH_COMPANY', viewer));
  return parseId('company', id);
}
