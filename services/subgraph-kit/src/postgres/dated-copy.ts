import type { Uuid } from '../values/ids.ts';
import type { LocalDate } from '../values/local-date.ts';
import type { Sql } from './database.ts';

/** A span of days in which a subject is in one state, at one place. */
export interface Span {
  readonly fromOn: LocalDate;
  /** The last day; null while no end is known. */
  readonly untilOn: LocalDate | null;
  readonly state: string;
  readonly place: Uuid | null;
}

/** Enters all that is known now of a subject; what was known before stays, as what was known then. */
export async function learn(sql: Sql, table: string, subject: Uuid, spans: readonly Span[], knownAt: string): Promise<void> {
  await sql.query(`UPDATE ${table} SET known_until = greatest(known_from, $2::timestamptz) WHERE subject = $1 AND known_until IS NULL`, [
    subject,
    knownAt,
  ]);
  await sql.query(
    `INSERT INTO ${table} (subject, from_on, until_on, state, place, known_from)
     SELECT $1, s."fromOn", s."untilOn", s.state, s.place,
       greatest($2::timestamptz, (SELECT max(known_from) FROM ${table} WHERE subject = $1))
     FROM jsonb_to_recordset($3) AS s("fromOn" date, "untilOn" date, state text, place uuid)`,
    [subject, knownAt, JSON.stringify(spans)],
  );
}

/**
 * The span each subject was in on a day, by one statement. A subject that nothing is known of is absent.
 *
 * @param knownAt what was known at that instant; without it, what is known now
 */
export async function spansOn(
  sql: Sql,
  table: string,
  subjects: readonly Uuid[],
  day: LocalDate,
  knownAt: Date | null = null,
): Promise<ReadonlyMap<Uuid, Span>> {
  const rows = await sql.query<Span & { subject: Uuid }>(
    `SELECT subject, from_on::text AS "fromOn", until_on::text AS "untilOn", state, place FROM ${table}
     WHERE subject = ANY ($1::uuid[]) AND from_on <= $2 AND (until_on IS NULL OR until_on >= $2)
       AND CASE WHEN $3::timestamptz IS NULL THEN known_until IS NULL ELSE known_from <= $3 AND (known_until IS NULL OR known_until > $3) END`,
    [subjects, day, knownAt],
  );
  return new Map(rows.map(({ subject, ...span }) => [subject, span]));
}

/** Until when everything that the sender had committed is in our copies; null before it was ever complete. */
export async function completeAsOf(sql: Sql, sender: string): Promise<Date | null> {
  const [row] = await sql.query<{ asOf: Date | null }>('SELECT complete_as_of AS "asOf" FROM inbox_sender WHERE sender = $1', [sender]);
  return row?.asOf ?? null;
}
