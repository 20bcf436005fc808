import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
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
