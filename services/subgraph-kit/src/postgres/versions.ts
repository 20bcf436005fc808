import type { Sql } from './database.ts';

/** A table whose rows have a whole number `version`. Both names are ours, never a client's text. */
export interface VersionedTable {
  readonly table: string;
  readonly key: string;
}

/** `current` is the version that stands now: the new one after a swap, the other one's otherwise; undefined when there is no such row. */
export interface VersionSwap {
  readonly swapped: boolean;
  readonly current: number | undefined;
}

/**
 * Raises the version of a row by one if it is still the expected one. Of all who expect the same version one gets it: the
 * others wait for the row and then find another version, so that nobody writes over what they have not seen.
 */
export async function swapVersion(sql: Sql, { table, key }: VersionedTable, id: string, expected: number): Promise<VersionSwap> {
  const [swapped] = await sql.query<{ version: number }>(
    `UPDATE ${table} SET version = version + 1 WHERE ${key} = $1 AND version = $2 RETURNING version`,
    [id, expected],
  );
  if (swapped) return { swapped: true, current: swapped.version };
  const [found] = await sql.query<{ version: number }>(`SELECT version FROM ${table} WHERE ${key} = $1`, [id]);
  return { swapped: false, current: found?.version };
}
