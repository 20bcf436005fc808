import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

/** What the network promises to another one that joins it as a block. */
export const partnerTerms = ['KEEPS_ITS_NAME', 'BRANCH_PAGE', 'COMMUNICATION_KIT', 'VISIBILITY_FIGURES'] as const;
export type PartnerTerm = (typeof partnerTerms)[number];

/** An existing network that joins a branch as a block, by an agreement. */
export interface PartnerNetwork {
  readonly name: string;
  readonly agreedOn: LocalDate;
  /** The last day; null for an agreement without an end. */
  readonly endsOn: LocalDate | null;
  readonly terms: readonly PartnerTerm[];
}

export const networkRefusals = [
  'NETWORK_UNNAMED',
  'NETWORK_NAME_TOO_LONG',
  'TERM_TWICE',
  'AGREEMENT_ENDS_EARLY',
  'NETWORK_KNOWN_ALREADY',
] as const;
export type NetworkRefusal = (typeof networkRefusals)[number];

const longestName = 200;

/** Another network agrees to join. Whether it is known already is asked last, since that needs the others. */
export function registerNetwork(network: PartnerNetwork): Decision<NetworkRefusal, PartnerNetwork> {
  if (network.name.trim() === '') return refuse('NETWORK_UNNAMED');
  if (network.name.length > longestName) return refuse('NETWORK_NAME_TOO_LONG');
  if (new Set(network.terms).size < network.terms.length) return refuse('TERM_TWICE');
  if (network.endsOn !== null && network.endsOn < network.agreedOn) return refuse('AGREEMENT_ENDS_EARLY');
  return accept(network);
}

export function isInForce({ agreedOn, endsOn }: Pick<PartnerNetwork, 'agreedOn' | 'endsOn'>, day: LocalDate): boolean {
  return agreedOn <= day && (endsOn === null || day <= endsOn);
}
