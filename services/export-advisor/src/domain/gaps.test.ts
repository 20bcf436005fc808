import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type DestinationFacts, gapsOf } from './gaps.ts';

const day = (text: string) => text as LocalDate;
const today = day('2026-11-23');
const wellKnown: DestinationFacts = {
  positions: 12,
  stalePositions: 0,
  openToCalls: 4,
  positionsInOccitanie: 3,
  verifiedReviews: 20,
  premises: 6,
  cardAsOf: day('2026-05-04'),
  hasHouse: true,
  hasOpenHub: true,
  uncheckedAgreements: 0,
};
const gaps = (differing: Partial<DestinationFacts>) => gapsOf({ ...wellKnown, ...differing }, today);

describe('what is not known about a destination', () => {
  test('is nothing when everything is there', () => {
    expect(gaps({})).toEqual([]);
  });

  test('begins with nobody known where nobody is', () => {
    expect(
      gaps({ positions: 0, openToCalls: 0, verifiedReviews: 0, premises: 0, cardAsOf: null, hasHouse: false, hasOpenHub: false }),
    ).toEqual(['NOBODY_KNOWN', 'NO_REVIEW', 'NO_PREMISES', 'NO_HUB', 'NO_HOUSE', 'NO_CARD']);
  });

  test('says that nobody takes calls only where somebody is', () => {
    expect(gaps({ openToCalls: 0 })).toEqual(['NOBODY_TO_CALL']);
  });

  test('tells no review apart from too few for a score', () => {
    expect(gaps({ verifiedReviews: 0 })).toEqual(['NO_REVIEW']);
    expect(gaps({ verifiedReviews: 2 })).toEqual(['TOO_FEW_REVIEWS']);
    expect(gaps({ verifiedReviews: 3 })).toEqual([]);
  });

  test('warns of positions that nobody confirmed lately and of agreements that nobody checked', () => {
    expect(gaps({ stalePositions: 1, uncheckedAgreements: 2 })).toEqual(['STALE_POSITIONS', 'UNCHECKED_AGREEMENTS']);
  });

  test('warns of a card that is older than two years', () => {
    expect(gaps({ cardAsOf: day('2024-11-23') })).toEqual([]);
    expect(gaps({ cardAsOf: day('2024-11-22') })).toEqual(['OLD_CARD']);
  });
});
