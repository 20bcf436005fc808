/** Fewer than this could be recognised. */
const fewest = 5;

/** A number that may be told: none at all, or enough that nobody is recognised. */
export function countUnlessFew(count: number): number | null {
  return count === 0 || count >= fewest ? count : null;
}

/**
 * The parts of a whole that is told beside them. What they leave open is one more count of companies or people, so more than one part
 * is left out, and together they are enough that nobody is recognised: the smallest of the others go with those that are too small.
 */
export function partsUnlessFew(counts: readonly number[]): (number | null)[] {
  const told = counts.map(countUnlessFew);
  for (;;) {
    const hidden = counts.filter((_, index) => told[index] === null);
    const isEnough = hidden.length > 1 && hidden.reduce((sum, count) => sum + count, 0) >= fewest;
    const tellable = told.filter((count) => count !== null && count > 0) as number[];
    if (hidden.length === 0 || isEnough || tellable.length === 0) return told;
    told[told.indexOf(Math.min(...tellable))] = null;
  }
}
