import { type FieldNode, type GraphQLError, locatedError, responsePathAsArray } from 'graphql';

/** Where in the answer something stands, from the inside out. One object for each place: errors are told apart by it. */
export interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** One execution of a compiled operation: who asks, with which values, and what went wrong so far. */
export class Run {
  readonly errors: GraphQLError[] = [];
  /** Places that became null by an error; the root is `undefined`. */
  private readonly lost = new Set<Path | undefined>();

  constructor(
    readonly context: unknown,
    readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** Keeps an error unless the answer has lost its place already: what is asynchronous may still fail below a null. */
  note(error: GraphQLError, path: Path | undefined): void {
    for (let place = path; place; place = place.prev) if (this.lost.has(place)) return;
    if (this.lost.has(undefined)) return;
    this.lost.add(path);
    this.errors.push(error);
  }

  /** What stands in the answer where something failed: null, unless the schema forbids it, and then the place around it fails. */
  lose(error: unknown, isNullable: boolean, nodes: readonly FieldNode[], path: Path): null {
    const located = locatedError(error, nodes, responsePathAsArray(path));
    if (!isNullable) throw located;
    this.note(located, path);
    return null;
  }
}

export function isPromise<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
