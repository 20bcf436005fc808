import type { Digest } from '../arena/databases.ts';

/** A list that can be read waits for somebody to approve it, whatever stands in it; nothing of it is in the directory yet. */
const uploaded = 'membership.affiliation_batch';
const withAnUpload: readonly string[] = [uploaded, 'membership.affiliation_row', 'membership.history'];

/** B6: the databases hold what they held before, lists that wait aside. */
export function changedTables(before: Digest, after: Digest): string[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((table) => before.get(table) !== after.get(table));
  const expected = changed.includes(uploaded) ? withAnUpload : [];
  return changed.filter((table) => !expected.includes(table)).map((table) => `${table} was ${before.get(table)}, is ${after.get(table)}`);
}
