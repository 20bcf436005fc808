import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { isMember, type MemberStanding } from './member-standing.ts';

export type PositionKind = 'SUBSIDIARY' | 'JOINT_VENTURE' | 'BRANCH_OFFICE' | 'AGENT' | 'DISTRIBUTOR' | 'CUSTOMERS' | 'PLANT' | 'PROJECT';

export type PositionStatus = 'CURRENT' | 'STALE' | 'CLOSED';

/** Why somebody may or may not be asked for a talk about a position. */
export type CallAnswer = 'MAY_ASK' | 'OWN_POSITION' | 'CLOSED_TO_CALLS' | 'HOLDER_LEFT' | 'NOT_CONFIRMED_LATELY';

interface PositionFacts {
  readonly companyId: string;
  readonly openToCalls: boolean;
  readonly lastConfirmedOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

const monthsOfTrust = 12;

/** A company's foothold in a country that is not its own: a subsidiary, an agent, customers. */
export class Position {
  constructor(private readonly facts: PositionFacts) {}

  statusOn(today: LocalDate): PositionStatus {
    if (this.facts.closedOn && this.facts.closedOn <= today) return 'CLOSED';
    return this.facts.lastConfirmedOn < oldestTrustedConfirmation(today) ? 'STALE' : 'CURRENT';
  }

  /**
   * Tells whether a company may ask its holder for a talk, or why not. It never gives a way to reach anybody:
   * that takes an introduction, to which the holder agrees.
   *
   * @param asking id of the company that wants to ask; undefined for the network's own staff
   * @param holder where its holder stands today; undefined when nobody told us, which is no reason to refuse
   */
  mayBeAskedBy(asking: string | undefined, today: LocalDate, holder?: MemberStanding): CallAnswer {
    if (asking === this.facts.companyId) return 'OWN_POSITION';
    if (holder && !isMember(holder)) return 'HOLDER_LEFT';
    if (!this.facts.openToCalls) return 'CLOSED_TO_CALLS';
    if (this.statusOn(today) !== 'CURRENT') return 'NOT_CONFIRMED_LATELY';
    return 'MAY_ASK';
  }
}

/** A position confirmed before this day is not relied on. */
export function oldestTrustedConfirmation(today: LocalDate): LocalDate {
  return addMonths(today, -monthsOfTrust);
}
