/** Fewer than this could be recognised. */
const fewest = 5;

/** A number that may be told: none at all, or enough that nobody is recognised. */
export function countUnlessFew(count: number): number | null {
  return count === 0 || count >= fewest ? count : null;
}
