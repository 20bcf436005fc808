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

/** A number that JSON has no word for: read from one too large, `1e400`, it would be written as null. */
export function isUnwritable(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}
