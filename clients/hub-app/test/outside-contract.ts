import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType, getNamedType, isEnumType, isObjectType } from 'graphql';

const file = new URL('../../../schema/contracts/partner.graphql', import.meta.url);
export const partnerContract = buildSchema(readFileSync(file, 'utf8'));

/** Paths of all that an answer holds and the partner contract does not know. The app's documents rename nothing. */
export function outsideContract(
  data: unknown,
  type: GraphQLNamedType | undefined | null = partnerContract.getQueryType(),
  path = 'data',
): string[] {
  if (data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item, index) => outsideContract(item, type, `${path}.${index}`));
  if (typeof data !== 'object') return isEnumType(type) && !type.getValue(String(data)) ? [`${path} = ${String(data)}`] : [];
  if (!isObjectType(type)) return [path];
  const fields = type.getFields();
  return Object.entries(data).flatMap(([key, value]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field ? outsideContract(value, getNamedType(field.type), `${path}.${key}`) : [`${path}.${key}`];
  });
}
