import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Missions abroad and meetings at home: who prepares them, who signed up, who came. */
export class CreateGatherings1766007000000 implements MigrationInterface {
  readonly name = 'CreateGatherings1766007000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(gatherings);
    await runner.query(signUps);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const gatherings = `
  CREATE TABLE gathering (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    kind text NOT NULL CHECK (kind IN ('MISSION', 'MEETING')),
    branch_id uuid NOT NULL REFERENCES branch,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    title text NOT NULL CHECK (title <> ''),
    begins_on date NOT NULL,
    ends_on date NOT NULL CHECK (ends_on >= begins_on),
    theme text NOT NULL REFERENCES expertise_theme,
    policy_tag text,
    audience text NOT NULL CHECK (audience IN ('ACTIVE_MEMBERS', 'BRANCH_MEMBERS', 'ALL_COMPANIES')),
    places integer NOT NULL CHECK (places > 0),
    -- Counted here as well, so that the database itself refuses one more than there is room for.
    places_taken integer NOT NULL DEFAULT 0,
    last_rank integer NOT NULL DEFAULT 0,
    planned_on date NOT NULL,
    opened_on date CHECK (opened_on >= planned_on),
    sign_up_until date CHECK (sign_up_until BETWEEN opened_on AND begins_on),
    cancelled_on date CHECK (cancelled_on >= planned_on),
    cancel_reason text CHECK (cancel_reason <> ''),
    CONSTRAINT gathering_is_never_too_full CHECK (places_taken BETWEEN 0 AND places),
    CHECK ((opened_on IS NULL) = (sign_up_until IS NULL)),
    CHECK ((cancelled_on IS NULL) = (cancel_reason IS NULL))
  );
  CREATE INDEX gathering_by_day ON gathering (begins_on, id);
  CREATE INDEX gathering_by_country ON gathering (country, begins_on, id);
  CREATE INDEX gathering_by_branch ON gathering (branch_id, begins_on, id);
`;

const signUps = `
  CREATE TABLE gathering_sign_up (
    id uuid PRIMARY KEY,
    gathering_id uuid NOT NULL REFERENCES gathering,
    company_id uuid NOT NULL REFERENCES company,
    person_id uuid NOT NULL REFERENCES person,
    -- Who came first has the lower one.
    rank integer NOT NULL CHECK (rank > 0),
    signed_up_on date NOT NULL,
    placed_on date CHECK (placed_on >= signed_up_on),
    withdrawn_on date CHECK (withdrawn_on >= signed_up_on),
    CONSTRAINT gathering_rank_given_once UNIQUE (gathering_id, rank)
  );
  CREATE INDEX gathering_sign_up_by_company ON gathering_sign_up (company_id, gathering_id);
  CREATE INDEX gathering_sign_up_by_person ON gathering_sign_up (person_id);
  CREATE UNIQUE INDEX gathering_person_once ON gathering_sign_up (gathering_id, person_id) WHERE withdrawn_on IS NULL;
  CREATE INDEX gathering_waiting ON gathering_sign_up (gathering_id, rank) WHERE placed_on IS NULL AND withdrawn_on IS NULL;

  -- Who came, as it was written down; what was written last counts, and what was known of an earlier day stays known.
  CREATE TABLE gathering_attendance (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sign_up_id uuid NOT NULL REFERENCES gathering_sign_up,
    came boolean NOT NULL,
    recorded_on date NOT NULL
  );
  CREATE INDEX gathering_attendance_by_sign_up ON gathering_attendance (sign_up_id, sequence);
  CREATE TRIGGER gathering_attendance_is_append_only BEFORE UPDATE ON gathering_attendance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
`;
