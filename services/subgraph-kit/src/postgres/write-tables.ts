/**
 * The tables that every write stands on: which request was performed with which answer, and the history of who changed what.
 * A service runs this once, in a migration of its own. It never changes: what comes later is another migration.
 */
export const createWriteTables = `
  CREATE TABLE performed_write (
    requested_by text NOT NULL,
    idempotency_key text NOT NULL,
    body_hash text NOT NULL,
    answer jsonb,
    performed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (requested_by, idempotency_key)
  );

  CREATE TABLE history (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    client text NOT NULL,
    country text,
    request_id text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id uuid NOT NULL,
    fields text[] NOT NULL,
    from_state text,
    to_state text,
    why text
  );
  CREATE INDEX history_by_object ON history (object_id, sequence DESC);

  -- Whatever rights a role has, by mistake or not: what happened stays written as it was.
  CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'history is only ever added to';
  END $$;
  CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
`;
