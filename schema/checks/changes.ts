import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { OperationFile } from './operations.ts';
import { type Usage, usageOf } from './usage.ts';

/** How a schema changed for those who ask it. */
export interface Changes {
  /** Sentences about changes that would break a document that our clients send. */
  readonly breaking: readonly string[];
  /** Sentences about changes that whoever reviews should know of; they break nothing that is committed. */
  readonly told: readonly string[];
}

/**
 * Compares two versions of what clients see. Whether something is in use is decided here and not by the library, which also takes
 * for unused whatever begins with the name of something unused.
 *
 * @param where what the sentences speak about, such as `the contract partner`
 * @param documents what is sent by those who see it
 */
export async function changesBetween(
  where: string,
  base: GraphQLSchema,
  now: GraphQLSchema,
  documents: readonly OperationFile[],
): Promise<Changes> {
  const usage = usageOf(documents, base);
  const changes = (await diff(base, now)).filter(({ criticality }) => criticality.level !== CriticalityLevel.NonBreaking);
  const breaking: string[] = [];
  const told: string[] = [];
  for (const change of changes) {
    const users = change.criticality.level === CriticalityLevel.Breaking ? usersOf(change, usage, base) : undefined;
    const sentence = `${where}: ${change.message}`;
    if (users === undefined) told.push(`${sentence} (dangerous: whoever reads it must be able to meet it)`);
    else if (users.length === 0) told.push(`${sentence} (breaking, and no committed document uses it)`);
    else breaking.push(`${sentence} (used by ${users.join(', ')})`);
  }
  return { breaking: [...new Set(breaking)].sort(), told: [...new Set(told)].sort() };
}

function usersOf({ type, path = '' }: Change, usage: Usage, base: GraphQLSchema): string[] {
  const [typeName = '', field, argument] = path.split('.');
  const known = base.getType(typeName);
  const hasFields = isObjectType(known) || isInterfaceType(known);
  if (!hasFields || field === undefined) return [...(usage.get(typeName) ?? [])].sort();
  const isOfOneArgument = type === ChangeType.FieldArgumentRemoved && argument !== undefined;
  return [...(usage.get(isOfOneArgument ? `${typeName}.${field}(${argument}:)` : `${typeName}.${field}`) ?? [])].sort();
}
