import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noReviews, type ReviewTally, scoreOf } from './score.ts';

/** Reviews that gave the same stars for everything, and would do it again when there were at least four. */
function reviewsWithStars(...stars: number[]): ReviewTally {
  const tally = { n: stars.length, sum: stars.reduce((sum, one) => sum + one, 0) };
  return {
    overall: tally,
    facets: { RELIABILITY: tally, DELAY: tally, COST_AGAINST_PLAN: tally },
    wouldDoAgain: { n: stars.length, yes: stars.filter((one) => one >= 4).length },
  };
}

const network = reviewsWithStars(3, 3, 3, 4, 4, 4, 3, 4);

describe('a score', () => {
  test('is no number without reviews, and says that there are none', () => {
    expect(scoreOf(noReviews, network)).toMatchObject({ value: null, n: 0, wouldDoAgain: { n: 0, yes: 0, atLeast: null } });
    expect(scoreOf(noReviews, noReviews)).toMatchObject({ value: null, n: 0 });
  });

  test('is no number with two reviews, but shows that there are two', () => {
    expect(scoreOf(reviewsWithStars(5, 5), network)).toMatchObject({ value: null, n: 2, wouldDoAgain: { atLeast: null } });
  });

  test('with three reviews lies between them and the mean of the network, which weighs as five', () => {
    // (5 × 3.5 + 15) / (5 + 3)
    expect(scoreOf(reviewsWithStars(5, 5, 5), network)).toMatchObject({ value: 4.06, n: 3 });
  });

  test('of three perfect reviews stays below that of many good ones', () => {
    const many = scoreOf(reviewsWithStars(...Array<number>(40).fill(4.8)), network);
    const few = scoreOf(reviewsWithStars(5, 5, 5), network);
    expect(few.value).toBeLessThan(many.value as number);
  });

  test('judges each facet on the reviews that rated it', () => {
    const reviews = {
      ...reviewsWithStars(4, 4, 4),
      facets: { ...noReviews.facets, DELAY: { n: 2, sum: 2 }, RELIABILITY: { n: 3, sum: 15 } },
    };
    expect(scoreOf(reviews, network).facets).toEqual([
      { facet: 'RELIABILITY', value: 4.06, n: 3 },
      { facet: 'DELAY', value: null, n: 2 },
      { facet: 'COST_AGAINST_PLAN', value: null, n: 0 },
    ]);
  });

  test('tells how many would do it again, and the share that so few answers allow to count on', () => {
    expect(scoreOf(reviewsWithStars(5, 5, 5, 5), network).wouldDoAgain).toEqual({ n: 4, yes: 4, atLeast: 0.51 });
    expect(scoreOf(reviewsWithStars(1, 1, 1), network).wouldDoAgain).toEqual({ n: 3, yes: 0, atLeast: 0 });
  });

  test('never leaves the span of the stars given in the network', () => {
    const stars = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(stars, stars, (own, others) => {
        const all = [...own, ...others];
        const { value } = scoreOf(reviewsWithStars(...own), reviewsWithStars(...all));
        expect(value).toBeGreaterThanOrEqual(Math.min(...all));
        expect(value).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });

  test('never falls when a five-star review is added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 60 }), (own) => {
        const before = scoreOf(reviewsWithStars(...own), network).value as number;
        expect(scoreOf(reviewsWithStars(...own, 5), network).value).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
