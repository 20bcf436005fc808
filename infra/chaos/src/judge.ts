/** An answer of the gateway as it came. */
export interface Heard {
  readonly status: number;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly { readonly path?: readonly (string | number)[] }[];
}

/** Leaves of an answer by path, e.g. `company.gaps.0.code`; an empty list and a null are leaves too. */
export function leavesOf(value: unknown, path = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  const collect = (part: unknown, place: string) => {
    const entries = typeof part === 'object' && part !== null ? Object.entries(part) : [];
    if (entries.length === 0) leaves.set(place, JSON.stringify(part));
    for (const [key, inner] of entries) collect(inner, place === '' ? key : `${place}.${key}`);
  };
  collect(value, path);
  return leaves;
}

/** Whether the leaf is in the answer as it was in the good one. */
export function isKept(leaf: string, value: string, answer: ReadonlyMap<string, string>): boolean {
  return answer.get(leaf) === value;
}

/** Leaves of the good answer that are missing or different in another. */
export function lostLeaves(good: ReadonlyMap<string, string>, answer: ReadonlyMap<string, string>): string[] {
  return [...good].flatMap(([leaf, value]) => (isKept(leaf, value, answer) ? [] : [leaf]));
}

/** Lost leaves for which no error stands at the place where the answer breaks off, or below it. */
export function unexplained(lost: readonly string[], { data, errors }: Heard): string[] {
  const places = errors.flatMap(({ path }) => (path ? [path.join('.')] : []));
  return lost.filter((leaf) => {
    const gap = gapOn(leaf, data);
    return !places.some((place) => place === gap || place.startsWith(`${gap}.`) || gap === '');
  });
}

/** The outermost place on the way to a leaf that is null. */
function gapOn(leaf: string, data: unknown): string {
  let value = data;
  const walked: string[] = [];
  for (const key of leaf.split('.')) {
    if (value === null || value === undefined) break;
    value = (value as Record<string, unknown>)[key];
    walked.push(key);
  }
  return walked.join('.');
}

const inside = [
  /127\.0\.0\.1|localhost|\[::1\]/,
  /ECONN|EPIPE|UND_ERR|undici/,
  /node_modules|\.ts:\d|\bat \S+ \(/,
  /\bSELECT \S+ FROM|postgres|relation \\?"/i,
  /subgraph\.invalid|stolen/,
];

/** What of our insides can be read in an answer. */
export function leaks(text: string, secrets: readonly string[] = []): string[] {
  return [...inside.flatMap((pattern) => pattern.exec(text)?.[0] ?? []), ...secrets.filter((secret) => text.includes(secret))];
}
