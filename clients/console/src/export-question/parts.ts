/** What went wrong for a part of an answer, in the page's own terms. */
export type Trouble = 'unavailable' | 'not-allowed' | 'not-found' | 'misunderstood';

/** A part of an answer: there, there with holes, or lost; each part says so in its own place. */
export type Part<Value> =
  | { readonly state: 'whole'; readonly value: Value }
  | { readonly state: 'holes'; readonly value: Value; readonly trouble: Trouble }
  | { readonly state: 'lost'; readonly trouble: Trouble; readonly message: string }
  /** Nothing there, and nothing went wrong. */
  | { readonly state: 'none' };

export interface GraphFault {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

type Path = readonly (string | number)[];

const troubles: Record<string, Trouble> = {
  UNAUTHENTICATED: 'not-allowed',
  FORBIDDEN: 'not-allowed',
  NOT_FOUND: 'not-found',
  BAD_USER_INPUT: 'misunderstood',
};

/** Tells what became of the part at a path: an error above it took it away, an error below it left a hole in it. */
export function partOf<Value>(value: Value | null | undefined, faults: readonly GraphFault[], path: Path): Part<Value> {
  const here = faults.filter((fault) => fault.path && (isUnder(fault.path, path) || isUnder(path, fault.path)));
  const worst = here.find((fault) => troubleOf(fault) === 'unavailable') ?? here[0];
  if (value === null || value === undefined)
    return worst ? { state: 'lost', trouble: troubleOf(worst), message: worst.message } : { state: 'none' };
  return worst ? { state: 'holes', value, trouble: troubleOf(worst) } : { state: 'whole', value };
}

/** The value of a part, when there is one. */
export function known<Value>(part: Part<Value>): Value | undefined {
  return part.state === 'whole' || part.state === 'holes' ? part.value : undefined;
}

/** Errors that concern the request as a whole: nothing of it was answered. */
export function refusalOf(faults: readonly GraphFault[]): GraphFault | undefined {
  return faults.find((fault) => !fault.path || fault.path.length === 0);
}

/** Whatever the graph does not call by name did not answer, as far as a reader is concerned. */
export function troubleOf({ extensions }: GraphFault): Trouble {
  return troubles[String(extensions?.['code'])] ?? 'unavailable';
}

function isUnder(path: Path, root: Path): boolean {
  return root.every((step, index) => path[index] === step);
}
