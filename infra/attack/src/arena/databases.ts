import type { ServiceName } from '@leader/local-stack/stack/services';
import type pg from 'pg';

/** What was answered under a key, refusals too: kept for whoever sends the same again, and told to nobody else. */
const keptAnswers = 'performed_write';

/** Rows and a sum of their content by `service.table`. */
export type Digest = ReadonlyMap<string, string>;

export async function digestOf(service: ServiceName, client: pg.Client): Promise<Digest> {
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> $1 ORDER BY 1`,
    [keptAnswers],
  );
  const digest = new Map<string, string>();
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ digest: string }>(
      `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS digest FROM "${name}" t`,
    );
    digest.set(`${service}.${name}`, rows[0]?.digest ?? '');
  }
  return digest;
}

/** Names that only the database knows. Single words are left out: a table called company says nothing. */
export async function innerNamesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE n.nspname = 'public'
     UNION SELECT conname FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace WHERE n.nspname = 'public'`,
  );
  return rows.map((row) => row.name).filter((name) => name.includes('_'));
}
