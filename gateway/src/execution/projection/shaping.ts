import { type FieldNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { brokenPromise, locatedAt } from './field-errors.ts';

/** One answer in the making: where in it we are, and what went wrong so far. */
export class Shaping {
  readonly errors: GraphQLError[] = [];
  /** From the root to the place that is being written; an error leaves it deeper than whoever catches it. */
  readonly path: (string | number)[] = [];
  /** Objects written so far. */
  objects = 0;

  constructor(
    /** All that clients can see at all. */
    readonly whole: GraphQLSchema,
    readonly coerced: Readonly<Record<string, unknown>>,
  ) {}

  /** The error at the place where we are. */
  at(error: Error, nodes: readonly FieldNode[]): GraphQLError {
    return locatedAt(error, this.path, nodes);
  }

  broken(story: string, nodes: readonly FieldNode[]): GraphQLError {
    return this.at(brokenPromise(story, this.path), nodes);
  }

  /**
   * Keeps an error for the answer, and goes back to the place that became null by it.
   *
   * @param depth of that place
   * @param objects that had been written when we came to it
   */
  note(error: unknown, depth: number, objects: number): void {
    if (!(error instanceof GraphQLError)) throw error;
    this.path.length = depth;
    this.objects = objects;
    this.errors.push(error);
  }
}
