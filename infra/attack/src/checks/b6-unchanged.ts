import type { Digest } from '../arena/databases.ts';

/** B6: the databases hold what they held before. */
export function changedTables(before: Digest, after: Digest): string[] {
  const tables = new Set([...before.keys(), ...after.keys()]);
  return [...tables]
    .filter((table) => before.get(table) !== after.get(table))
    .map((table) => `${table} was ${before.get(table)}, is ${after.get(table)}`);
}
