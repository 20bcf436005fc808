import { defaultTypeResolver, type GraphQLAbstractType, GraphQLError, type GraphQLObjectType, isObjectType } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { type Place, resolveInfo } from './place.ts';
import type { Path, Run } from './run.ts';

/** Asks what a value of an interface or a union really is: the name of a type, or a promise of it, or nonsense. */
export function typeNameOf(place: Place, type: GraphQLAbstractType, run: Run, value: unknown, path: Path): unknown {
  const resolve = type.resolveType ?? defaultTypeResolver;
  return resolve.call(type, value, run.context, resolveInfo(place, run, path), type);
}

/**
 * The object type of this name.
 *
 * @throws GraphQLError when it is none of what the value may be.
 */
export function possibleType(
  { selection: { schema }, type: parent, definition, nodes }: Place,
  type: GraphQLAbstractType,
  value: unknown,
  name: unknown,
): GraphQLObjectType {
  const due = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parent.name}.${definition.name}"`;
  if (name === null || name === undefined)
    throw new GraphQLError(
      `${due}. Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  if (isObjectType(name))
    throw new GraphQLError(
      'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
    );
  if (typeof name !== 'string') throw new GraphQLError(`${due} with value ${inspect(value)}, received "${inspect(name)}".`);
  const object = schema.getType(name);
  const wrong =
    (!object && `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`) ||
    (!isObjectType(object) && `Abstract type "${type.name}" was resolved to a non-object type "${name}".`) ||
    (!schema.isSubType(type, object as GraphQLObjectType) && `Runtime Object type "${name}" is not a possible type for "${type.name}".`);
  if (wrong) throw new GraphQLError(wrong, { nodes });
  return object as GraphQLObjectType;
}
