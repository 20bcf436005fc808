import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';

/** What is counted of a destination on a day. */
export interface DestinationCounts {
  /** Positions held there by companies of the network from elsewhere. */
  readonly positions: number;
  readonly stalePositions: number;
  /** Positions there that somebody may be asked about. */
  readonly openToCalls: number;
  /** Positions in Occitanie of companies from there. */
  readonly positionsInOccitanie: number;
  readonly verifiedReviews: number;
  readonly premises: number;
}

export interface DestinationFacts extends DestinationCounts {
  readonly cardAsOf: LocalDate | null;
  readonly hasHouse: boolean;
  readonly hasOpenHub: boolean;
  readonly uncheckedAgreements: number;
}

const destinationGaps = [
  'NOBODY_KNOWN',
  'NOBODY_TO_CALL',
  'STALE_POSITIONS',
  'NO_REVIEW',
  'TOO_FEW_REVIEWS',
  'NO_PREMISES',
  'NO_HUB',
  'NO_HOUSE',
  'NO_CARD',
  'OLD_CARD',
  'UNCHECKED_AGREEMENTS',
] as const;
export type DestinationGap = (typeof destinationGaps)[number];

const fewestReviews = 3;
const monthsOfACard = 24;

/** What the network does not know about a destination, the most important first. */
export function gapsOf(facts: DestinationFacts, today: LocalDate): DestinationGap[] {
  const missing: Record<DestinationGap, boolean> = {
    NOBODY_KNOWN: facts.positions === 0,
    NOBODY_TO_CALL: facts.positions > 0 && facts.openToCalls === 0,
    STALE_POSITIONS: facts.stalePositions > 0,
    NO_REVIEW: facts.verifiedReviews === 0,
    TOO_FEW_REVIEWS: facts.verifiedReviews > 0 && facts.verifiedReviews < fewestReviews,
    NO_PREMISES: facts.premises === 0,
    NO_HUB: !facts.hasOpenHub,
    NO_HOUSE: !facts.hasHouse,
    NO_CARD: facts.cardAsOf === null,
    OLD_CARD: facts.cardAsOf !== null && facts.cardAsOf < addMonths(today, -monthsOfACard),
    UNCHECKED_AGREEMENTS: facts.uncheckedAgreements > 0,
  };
  return destinationGaps.filter((gap) => missing[gap]);
}
