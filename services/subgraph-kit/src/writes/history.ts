import type { Sql } from '../postgres/database.ts';
import type { Uuid } from '../values/ids.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What a write did to one thing. States, names of fields and codes only: no private value ever, since no entry can be taken back. */
export interface Change {
  /** The type of the thing, e.g. `shelf`, and its id. */
  readonly kind: string;
  readonly id: Uuid;
  /** Names of the fields that were touched. */
  readonly fields: readonly string[];
  /** The state before and after, null where it has none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The ground, as a code. */
  readonly why: string | null;
}

/** Appends to the history, in the transaction of the changes themselves, who did them, through which client, and for which country. */
export async function appendHistory(sql: Sql, viewer: Viewer, action: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await sql.query(
    `INSERT INTO history (actor, client, country, request_id, action, object_kind, object_id, fields, from_state, to_state, why)
     SELECT $2, $3, $4, $5, $6, c.kind, c.id, c.fields, c."from", c."to", c.why
     FROM jsonb_to_recordset($1) AS c(kind text, id uuid, fields text[], "from" text, "to" text, why text)`,
    [JSON.stringify(changes), viewer.subject, viewer.client, viewer.hubCountry ?? null, viewer.requestId, action],
  );
}
