import { type GraphQLOutputType, type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { type Data, own } from './own.ts';

/**
 * Whether an object counts as one of a type, by its `__typename`.
 *
 * @param whenUnknown what to say of an object without `__typename`: subgraphs are asked for it only where types can differ
 */
export function isOfType(schema: GraphQLSchema, object: Data, condition: string, whenUnknown: boolean): boolean {
  const name = own(object, '__typename');
  if (typeof name !== 'string') return whenUnknown;
  if (name === condition) return true;
  const type = schema.getType(name);
  const wider = schema.getType(condition);
  if (!isAbstractType(wider)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
}

/** The type of a field; nothing where the type that holds it is unknown. */
export function fieldType(schema: GraphQLSchema, holder: string, field: string): GraphQLOutputType | undefined {
  const type = schema.getType(holder);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
}

/** The name of what a field holds, in lists or not; empty where it is unknown. */
export function heldBy(schema: GraphQLSchema, holder: string, field: string): string {
  const type = fieldType(schema, holder, field);
  return type ? getNamedType(type).name : '';
}
