import { defaultFieldResolver, type GraphQLObjectType, getNullableType, isLeafType, isNonNullType } from 'graphql';
import { argumentsOf } from './arguments.ts';
import { type Complete, completionOf } from './completion.ts';
import { formOf } from './leaf-values.ts';
import type { Execute, Field, ReadLeaf } from './objects.ts';
import { type Place, resolveInfo } from './place.ts';
import { isPromise, type Path } from './run.ts';
import type { Fields, Selection } from './selection.ts';

/** The fields of an object type, in the order in which they were asked for. */
export function fieldsOf(selection: Selection, type: GraphQLObjectType, asked: Fields): readonly Field[] {
  const definitions = type.getFields();
  return [...asked].flatMap(([key, nodes]) => {
    const [node] = nodes;
    if (!node) return [];
    const name = node.name.value;
    if (name === '__typename') return [{ key, execute: () => type.name }];
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (!definition) return [];
    const below: Place['below'] = (object) => fieldsOf(selection, object, selection.below(nodes, object));
    return [fieldOf({ selection, type, definition, key, node, nodes, below })];
  });
}

function fieldOf(place: Place): Field {
  const { key, definition } = place;
  const complete = completionOf(place, definition.type);
  const execute = execution(place, complete);
  // With arguments it may fail before it is read.
  const isRead = !definition.resolve && definition.args.length === 0 && isLeafType(getNullableType(definition.type));
  return isRead ? { key, execute, leaf: readLeaf(place, complete, execute) } : { key, execute };
}

function execution(place: Place, complete: Complete): Execute {
  const { key, node, nodes, definition } = place;
  const { name: typename } = place.type;
  const isNullable = !isNonNullType(definition.type);
  const resolve = definition.resolve ?? defaultFieldResolver;
  const argumentsFor = argumentsOf(definition, node);
  return (run, source, above) => {
    const path: Path = { prev: above, key, typename };
    try {
      const value: unknown = resolve(source, argumentsFor(run.variables), run.context, resolveInfo(place, run, path));
      const completed = isPromise(value) ? value.then((settled) => complete(run, settled, path)) : complete(run, value, path);
      return isPromise(completed) ? completed.then(undefined, (error) => run.lose(error, isNullable, nodes, path)) : completed;
    } catch (error) {
      return run.lose(error, isNullable, nodes, path);
    }
  };
}

function readLeaf({ definition, nodes, key, type }: Place, complete: Complete, execute: Execute): ReadLeaf {
  const { name } = definition;
  const isNullable = !isNonNullType(definition.type);
  const pathBelow = (above: Path | undefined): Path => ({ prev: above, key, typename: type.name });
  return {
    name,
    form: formOf(getNullableType(definition.type)),
    complete: (run, source, value, above) => {
      if (typeof value === 'function') return execute(run, source, above);
      if (!isPromise(value)) return complete(run, value, undefined);
      const path = pathBelow(above);
      return value.then((settled) => complete(run, settled, path)).then(undefined, (error) => run.lose(error, isNullable, nodes, path));
    },
    lose: (run, error, above) => run.lose(error, isNullable, nodes, pathBelow(above)),
  };
}
