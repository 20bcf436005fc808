import type pg from 'pg';

interface Taken {
  readonly drop: string;
  readonly create: string;
}

/**
 * Does the work while the tables have no indexes but their primary keys, and refer to nothing: all of it is made again at once, which
 * takes a fraction of the time.
 */
export async function withoutIndexes(client: pg.Client, tables: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<Taken>(taken, [tables]);
  for (const { drop } of rows) await client.query(drop);
  await work();
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { create } of [...rows].reverse()) await client.query(create);
}

const taken = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS create
  FROM pg_constraint AS c WHERE c.conrelid = ANY ($1::regclass[]) AND c.contype IN ('f', 'x')
  UNION ALL
  SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  FROM pg_index AS i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.indexrelid)
`;
