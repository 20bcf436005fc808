/** Headers that may be typed by hand: nothing among them says who asks, and none changes what the browser or the gateway protects. */
const harmless = new Set(['accept-language']);

/** The first typed header that is not sent from here, if any. */
export function refusedHeader(headers: Readonly<Record<string, unknown>>): string | undefined {
  return Object.keys(headers).find((name) => !harmless.has(name.toLowerCase()));
}
