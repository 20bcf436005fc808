/**
 * The tables of a service that tells others what happened. A service runs this once, in a migration of its own. It never
 * changes: what comes later is another migration.
 */
export const createOutboxTables = `
  CREATE TABLE outbox (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Which transaction wrote it: whoever reads must know which ones may still be under way.
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    event_id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    aggregate_kind text NOT NULL,
    aggregate_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    body jsonb NOT NULL
  );
  CREATE INDEX outbox_in_reading_order ON outbox (transaction, sequence);
  CREATE INDEX outbox_by_aggregate ON outbox (aggregate_kind, aggregate_id, sequence);

  -- How far each receiver has got, and what is wrong with it if anything is.
  CREATE TABLE outbox_receiver (
    receiver text PRIMARY KEY,
    transaction xid8 NOT NULL DEFAULT '0',
    sequence bigint NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    failing_since timestamptz,
    last_failure text,
    delivered_at timestamptz
  );

  -- Events that the receiver could not take when their turn came, and those of the same aggregate behind them.
  CREATE TABLE outbox_held (
    receiver text NOT NULL REFERENCES outbox_receiver ON DELETE CASCADE,
    sequence bigint NOT NULL REFERENCES outbox,
    aggregate_kind text NOT NULL,
    aggregate_id uuid NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    parked_at timestamptz,
    refusal text,
    PRIMARY KEY (receiver, sequence)
  );
  CREATE INDEX outbox_held_by_aggregate ON outbox_held (receiver, aggregate_kind, aggregate_id, sequence);
  CREATE INDEX outbox_held_by_event ON outbox_held (sequence);
`;

/** The tables of a service that hears from others. Run once, like those of the outbox. */
export const createInboxTables = `
  CREATE TABLE inbox (
    event_id uuid PRIMARY KEY,
    sender text NOT NULL,
    sequence bigint NOT NULL,
    type text NOT NULL,
    version integer NOT NULL,
    aggregate_kind text NOT NULL,
    aggregate_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('APPLIED', 'IGNORED')),
    processed_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX inbox_by_aggregate ON inbox (sender, aggregate_kind, aggregate_id, sequence);

  -- Until when we know all that the sender had committed.
  CREATE TABLE inbox_sender (
    sender text PRIMARY KEY,
    complete_as_of timestamptz
  );
`;

/**
 * A copy of dated facts that another service owns: in which state a subject was on a day, and where, as known since when.
 * What is learned later closes what was known before and takes nothing out.
 *
 * @param table its name, ours and never a client's text
 */
export function createDatedCopy(table: string): string {
  return `
    CREATE TABLE ${table} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      subject uuid NOT NULL,
      from_on date NOT NULL,
      until_on date CHECK (until_on >= from_on),
      state text NOT NULL,
      place uuid,
      known_from timestamptz NOT NULL,
      known_until timestamptz CHECK (known_until >= known_from)
    );
    CREATE UNIQUE INDEX ${table}_known_now ON ${table} (subject, from_on) WHERE known_until IS NULL;
    CREATE INDEX ${table}_by_subject ON ${table} (subject, from_on DESC);
  `;
}
