import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { toError } from 'graphql/jsutils/toError.js';
import { BadRepresentation, InvalidInput } from '../errors/errors.ts';
import type { References, Representation } from './references.ts';

type Find<Context> = (representation: Representation, context: Context) => unknown;
type TypeNames = Map<object, string>;

const typeNames = Symbol('type names of entities');

/**
 * Under which type the entities of a request were found. Not on the entities: a ninth property costs a row ten times what a place in a map
 * does. Not in a map of contexts with weak keys either: it would keep all entities until the next large garbage collection.
 */
const namesIn = (context: { [typeNames]?: TypeNames }): TypeNames => {
  context[typeNames] ??= new Map();
  return context[typeNames];
};

/**
 * Answers `_entities`, in order. A representation that cannot be read fails alone, and what comes later is waited for together: the
 * library's promises for each entity, and the name it writes on each, cost more than all of their fields.
 */
export function entitiesResolver<Context extends object>(references: References<Context>): GraphQLFieldResolver<unknown, Context> {
  const finders = new Map(Object.entries(references as Readonly<Record<string, Find<Context>>>));
  return (_source, { representations }, context) => {
    const names = namesIn(context);
    const entities: unknown[] = [];
    const awaited: PromiseLike<void>[] = [];
    for (const representation of representations as readonly Representation[]) {
      const place = entities.length;
      const { __typename } = representation;
      const entity = find(finders, representation, context);
      const isLater = isPromise(entity);
      entities.push(isLater ? undefined : named(names, entity, __typename));
      if (!isLater) continue;
      awaited.push(
        entity.then(
          (came) => {
            entities[place] = named(names, came, __typename);
          },
          (reason) => {
            entities[place] = toError(reason);
          },
        ),
      );
    }
    return awaited.length > 0 ? Promise.all(awaited).then(() => entities) : entities;
  };
}

/** The type under which an entity was found. */
export const entityType: GraphQLTypeResolver<object, object> = (entity, context) => namesIn(context).get(entity);

/** An entity, a promise of it, or the error that stands in its place: thrown, it would take every other one of the batch with it. */
function find<Context>(finders: ReadonlyMap<string, Find<Context>>, representation: Representation, context: Context): unknown {
  try {
    return finderOf(finders, representation)(representation, context);
  } catch (error) {
    return toError(error);
  }
}

/** Whatever type and key a gateway may send, the references only ever see texts. */
function finderOf<Context>(finders: ReadonlyMap<string, Find<Context>>, { __typename, id }: Representation): Find<Context> {
  if (typeof __typename !== 'string') throw new BadRepresentation('The type of an entity is a text.');
  const finder = finders.get(__typename);
  if (!finder) throw new BadRepresentation(`No entity is found here by the type "${__typename}".`);
  if (id === undefined) throw new InvalidInput('An entity is asked for by its key.');
  if (typeof id !== 'string') throw new InvalidInput('The key of an entity is a text.');
  return finder;
}

function named(names: TypeNames, entity: unknown, typeName: string): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  const known = names.get(entity);
  // One object that stands for two types is told apart by its copy.
  const own = known === undefined || known === typeName ? entity : { ...entity };
  names.set(own, typeName);
  return own;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
