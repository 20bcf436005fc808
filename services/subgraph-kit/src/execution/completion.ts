import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { possibleType, typeNameOf } from './abstract-types.ts';
import { leafWriter } from './leaf-values.ts';
import { executeFields, type Field } from './objects.ts';
import { type Place, resolveInfo } from './place.ts';
import { isPromise, type Path, type Run } from './run.ts';

/**
 * Turns what a resolver gave into what stands in the answer, or a promise of it. Throws, or does not keep its promise, where the
 * answer has to do without. A leaf needs no path.
 */
export type Complete = (run: Run, value: unknown, path: Path | undefined) => unknown;

export function completionOf(place: Place, type: GraphQLOutputType): Complete {
  if (!isNonNullType(type)) return orNull(valueCompletion(place, type));
  const complete = orNull(valueCompletion(place, type.ofType));
  const { type: parent, definition } = place;
  return (run, value, path) => {
    const completed = complete(run, value, path);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
    return completed;
  };
}

function orNull(complete: Complete): Complete {
  return (run, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value, path);
  };
}

function valueCompletion(place: Place, type: GraphQLOutputType): Complete {
  if (isListType(type)) return listCompletion(place, type.ofType);
  if (isAbstractType(type)) return abstractCompletion(place, type);
  if (!isLeafType(type)) return objectCompletion(place, type as GraphQLObjectType);
  const write = leafWriter(type);
  return (_run, value) => write(value);
}

function listCompletion(place: Place, type: GraphQLOutputType): Complete {
  const complete = completionOf(place, type);
  const { nodes } = place;
  const isNullable = !isNonNullType(type);
  const completeItem = (run: Run, item: unknown, path: Path): unknown => {
    try {
      const completed = isPromise(item) ? item.then((settled) => complete(run, settled, path)) : complete(run, item, path);
      return isPromise(completed) ? completed.then(undefined, (error) => run.lose(error, isNullable, nodes, path)) : completed;
    } catch (error) {
      return run.lose(error, isNullable, nodes, path);
    }
  };
  return (run, value, path) => {
    if (typeof value !== 'object' || !value || !(Symbol.iterator in value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${place.type.name}.${place.definition.name}".`);
    }
    const answer: unknown[] = [];
    let waits = false;
    try {
      for (const item of value as Iterable<unknown>) {
        const completed = completeItem(run, item, { prev: path, key: answer.length, typename: undefined });
        if (isPromise(completed)) waits = true;
        answer.push(completed);
      }
    } catch (error) {
      // What nobody waits for any longer may still fail.
      if (waits) Promise.allSettled(answer);
      throw error;
    }
    return waits ? Promise.all(answer) : answer;
  };
}

function abstractCompletion(place: Place, type: GraphQLAbstractType): Complete {
  const completions = new Map<unknown, Complete>();
  const completionFor = (value: unknown, name: unknown): Complete => {
    const known = completions.get(name);
    if (known) return known;
    const complete = objectCompletion(place, possibleType(place, type, value, name));
    completions.set(name, complete);
    return complete;
  };
  return (run, value, path) => {
    const name = typeNameOf(place, type, run, value, fieldPath(path));
    if (isPromise(name)) return name.then((settled) => completionFor(value, settled)(run, value, path));
    return completionFor(value, name)(run, value, path);
  };
}

function objectCompletion(place: Place, type: GraphQLObjectType): Complete {
  let fields: readonly Field[] | undefined;
  const { isTypeOf } = type;
  const unexpected = (value: unknown) =>
    new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes: place.nodes });
  return (run, value, path) => {
    fields ??= place.below(type);
    if (!isTypeOf) return executeFields(fields, run, value, path);
    const known = fields;
    const isOne = isTypeOf.call(type, value, run.context, resolveInfo(place, run, fieldPath(path)));
    if (isPromise(isOne))
      return isOne.then((truth) => {
        if (!truth) throw unexpected(value);
        return executeFields(known, run, value, path);
      });
    if (!isOne) throw unexpected(value);
    return executeFields(known, run, value, path);
  };
}

/** Resolvers are told of the field, not of the item of its list. */
function fieldPath(path: Path | undefined): Path {
  let place = path as Path;
  while (typeof place.key === 'number' && place.prev) place = place.prev;
  return place;
}
