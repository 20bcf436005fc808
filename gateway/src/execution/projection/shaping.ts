import { type FieldNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Data } from '../own.ts';
import { brokenPromise, locatedAt } from './field-errors.ts';

/** An object as text, and how many objects that text holds. */
interface Written {
  readonly text: string;
  readonly objects: number;
}

const none: ReadonlySet<Data> = new Set();

/** One answer in the making: where in it we are, and what went wrong so far. */
export class Shaping {
  readonly errors: GraphQLError[] = [];
  /** From the root to the place that is being written; an error leaves it deeper than whoever catches it. */
  readonly path: (string | number)[] = [];
  private readonly written = new Map<object, Map<Data, Written>>();
  /** Objects written so far. */
  objects = 0;

  constructor(
    /** All that subgraphs may answer. */
    readonly whole: GraphQLSchema,
    readonly coerced: Readonly<Record<string, unknown>>,
    /** Objects that stand at several positions. */
    private readonly repeated: ReadonlySet<Data> = none,
  ) {}

  /**
   * An object that stands at several positions is written once, unless something went wrong in it: errors are told of each position.
   *
   * @param fields as which it is written
   */
  once<Fields extends object>(fields: Fields, source: Data, write: (fields: Fields, source: Data, shaping: Shaping) => string): string {
    if (!this.repeated.has(source)) return write(fields, source, this);
    const known = this.written.get(fields) ?? new Map<Data, Written>();
    this.written.set(fields, known);
    const before = known.get(source);
    if (before) {
      this.objects += before.objects;
      return before.text;
    }
    const { objects, errors } = this;
    const faults = errors.length;
    const text = write(fields, source, this);
    if (errors.length === faults) known.set(source, { text, objects: this.objects - objects });
    return text;
  }

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
