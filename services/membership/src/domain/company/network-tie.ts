import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

/** NETWORK: another association of companies. CLUSTER: companies of one sector, such as a pole of competitiveness. */
export const tieKinds = ['NETWORK', 'CLUSTER'] as const;
export type TieKind = (typeof tieKinds)[number];

export const tieRefusals = ['TIE_UNNAMED', 'SINCE_IN_THE_FUTURE', 'TIE_KNOWN_ALREADY'] as const;
export type TieRefusal = (typeof tieRefusals)[number];

export const tieEndRefusals = ['ENDED_ALREADY', 'UNTIL_IN_THE_FUTURE', 'ENDS_BEFORE_IT_BEGINS'] as const;
export type TieEndRefusal = (typeof tieEndRefusals)[number];

/** That a company belongs to another network or a cluster, from a day on. */
export interface NetworkTie {
  readonly kind: TieKind;
  readonly name: string;
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
}

/** A company belongs somewhere else as well. Nobody has to leave a network for this one. */
export function recordTie(known: readonly NetworkTie[], tie: NetworkTie, today: LocalDate): Decision<TieRefusal, NetworkTie> {
  if (tie.name === '') return refuse('TIE_UNNAMED');
  if (tie.since !== null && tie.since > today) return refuse('SINCE_IN_THE_FUTURE');
  if (known.some(({ name, until }) => until === null && isSame(name, tie.name))) return refuse('TIE_KNOWN_ALREADY');
  return accept(tie);
}

/** A company does not belong there any more. */
export function endTie(tie: NetworkTie, until: LocalDate, today: LocalDate): Decision<TieEndRefusal, { readonly until: LocalDate }> {
  if (tie.until !== null) return refuse('ENDED_ALREADY');
  if (until > today) return refuse('UNTIL_IN_THE_FUTURE');
  if (tie.since !== null && until < tie.since) return refuse('ENDS_BEFORE_IT_BEGINS');
  return accept({ until });
}

function isSame(left: string, right: string): boolean {
  return left.localeCompare(right, 'fr', { sensitivity: 'base' }) === 0;
}
