/** One answer, from wherever it comes. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly {
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: { readonly code?: unknown } | undefined;
  }[];
}

/**
 * What is different between two answers, in a line each; nothing where they are the same: the same data to the letter, and an error
 * for the same places. An error below a null stands for the null: when several things around it fail, the specification asks for one error and
 * leaves open which, and a subgraph may have found another one first.
 */
export function differences(ours: Told, whole: Told): string[] {
  const told = [JSON.stringify(ours.data), JSON.stringify(whole.data)] as const;
  const lines = told[0] === told[1] ? [] : [`data  ours: ${told[0]}`, `data whole: ${told[1]}`];
  const [here, there] = [placesIn(ours), placesIn(whole)];
  for (const place of new Set([...here.keys(), ...there.keys()])) {
    const [one, other] = [here.get(place), there.get(place)];
    if (one !== other && !(one === anyCode && other !== undefined) && !(other === anyCode && one !== undefined))
      lines.push(`error at ${place}  ours: ${one ?? 'none'}  whole: ${other ?? 'none'}`);
  }
  return lines;
}

/** Of an error that may have one code or another. */
export const anyCode = 'any';

/** Where something is null by an error, and by which, when it is sure which. */
function placesIn({ data, errors }: Told): Map<string, string> {
  const places = new Map<string, string>();
  for (const { path = [], extensions } of errors) {
    const place = shown(data, path);
    const key = place.join('.') || '-';
    const code = place.length === path.length ? String(extensions?.code ?? 'INTERNAL') : anyCode;
    places.set(key, (places.get(key) ?? code) === code ? code : anyCode);
  }
  return places;
}

/** As much of a path as the data shows. */
function shown(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}
