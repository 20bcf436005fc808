/** What reviewers can rate apart, each with 1 to 5 stars. */
const facets = ['RELIABILITY', 'DELAY', 'COST_AGAINST_PLAN'] as const;
export type Facet = (typeof facets)[number];

/** How many verified, published reviews there are, and the stars they add up to. */
interface Tally {
  readonly n: number;
  readonly sum: number;
}

export interface ReviewTally {
  readonly overall: Tally;
  readonly facets: Readonly<Record<Facet, Tally>>;
  /** Of those who said whether they would do it again: how many, and how many would. */
  readonly wouldDoAgain: { readonly n: number; readonly yes: number };
}

/** A mark with the number of reviews it rests on; no mark when they are too few. */
interface Mark {
  readonly value: number | null;
  readonly n: number;
}

export interface Score extends Mark {
  readonly facets: readonly (Mark & { readonly facet: Facet })[];
  readonly wouldDoAgain: { readonly n: number; readonly yes: number; readonly atLeast: number | null };
}

/** Reviews that the mean of the whole network weighs as much as, so that one enthusiast does not outrank twenty. */
const priorWeight = 5;
const fewestReviews = 3;
/** 95 % two-sided. */
const z = 1.96;

export const noReviews: ReviewTally = {
  overall: { n: 0, sum: 0 },
  facets: { RELIABILITY: { n: 0, sum: 0 }, DELAY: { n: 0, sum: 0 }, COST_AGAINST_PLAN: { n: 0, sum: 0 } },
  wouldDoAgain: { n: 0, yes: 0 },
};

/**
 * The score of whatever was reviewed, drawn towards the mean of all reviews of the network while reviews are few.
 * Both tallies hold published, verified reviews only.
 */
export function scoreOf(reviews: ReviewTally, ofTheNetwork: ReviewTally): Score {
  const { n, yes } = reviews.wouldDoAgain;
  return {
    ...mark(reviews.overall, ofTheNetwork.overall),
    facets: facets.map((facet) => ({ facet, ...mark(reviews.facets[facet], ofTheNetwork.facets[facet]) })),
    wouldDoAgain: { n, yes, atLeast: n < fewestReviews ? null : rounded(wilsonLowerBound(yes, n)) },
  };
}

function mark(own: Tally, all: Tally): Mark {
  if (own.n < fewestReviews) return { value: null, n: own.n };
  const mean = all.sum / all.n;
  return { value: rounded((priorWeight * mean + own.sum) / (priorWeight + own.n)), n: own.n };
}

/** The share that would, at the low end of what so few answers allow to say (Wilson). */
function wilsonLowerBound(yes: number, n: number): number {
  const share = yes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  return Math.max(0, (centre - spread) / (1 + (z * z) / n));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
