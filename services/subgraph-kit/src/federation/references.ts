/** A representation as the gateway sends it: the type's name, its key, and the fields a computation requires. */
export interface Representation {
  readonly __typename: string;
  readonly id: string;
}

/**
 * Finds an entity from its representation. Load through a DataLoader: all representations of one request are asked for
 * in the same tick, so they become one SQL statement and come back in order.
 */
export type ReferenceResolver<Context, Reference extends Representation = Representation> = (
  reference: Reference,
  context: Context,
) => unknown;

export type References<Context> = Readonly<Record<string, ReferenceResolver<Context, never>>>;
