const longestLookedThrough = 64;

/** A text as JSON. Short ones, which most are, are looked through and need no call of the library. */
export function quoted(text: string): string {
  if (text.length > longestLookedThrough) return JSON.stringify(text);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Control characters, the quotation mark and the backslash are escaped; so are halves of characters.
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || unit >= 0xd800) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** Levels of lists and objects within one another; the stack of the process ends at some thousands. */
export const deepest = 500;

/**
 * Whether a value that a subgraph sent can be written as it came. JSON has no word for what `1e400` was read as, two whole numbers
 * beyond 2^53 may have been read as one, and what is nested without end cannot be walked.
 *
 * @param isFloat its type is one whose values are rounded by their nature
 */
export function isFaithful(value: unknown, isFloat = false, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && (isFloat || !Number.isInteger(value) || Number.isSafeInteger(value));
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (value instanceof Error || depth === deepest) return false;
  for (const part of Array.isArray(value) ? value : Object.values(value)) if (!isFaithful(part, isFloat, depth + 1)) return false;
  return true;
}
