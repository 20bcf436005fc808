import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people are reached, what they agreed to, what they hold office as, and on what ground a hub may be told of them. */
export class CreatePeople1766002001000 implements MigrationInterface {
  readonly name = 'CreatePeople1766002001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- After an erasure nothing of a person is left but the id, so that what was counted stays counted.
      ALTER TABLE person ADD COLUMN email text CHECK (email = lower(email)), ADD COLUMN phone text,
        ADD COLUMN languages text[] NOT NULL DEFAULT '{}', ADD COLUMN erased_at timestamptz,
        ADD CONSTRAINT erased_means_erased CHECK (erased_at IS NULL OR (email IS NULL AND phone IS NULL AND first_name = '' AND last_name = id::text));
      ALTER TABLE person DROP CONSTRAINT person_role_check;
      ALTER TABLE person ADD CONSTRAINT person_role_check CHECK (role IN ('LEADER', 'CONTACT'));
      CREATE UNIQUE INDEX person_email_once ON person (company_id, email) WHERE email IS NOT NULL;

      CREATE TABLE consent (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('DIRECTORY', 'TRANSFER_ABROAD', 'NEWS')),
        given boolean NOT NULL,
        basis text NOT NULL CHECK (basis IN ('CONSENT', 'CONTRACT', 'LEGITIMATE_INTEREST')),
        happened_on date NOT NULL
      );
      CREATE INDEX consent_by_person ON consent (person_id, sequence);
      -- The log is proof, whoever writes.
      CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

      CREATE TABLE mandate (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        branch_id uuid NOT NULL REFERENCES branch,
        office text NOT NULL CHECK (office IN ('PRESIDENT', 'TREASURER', 'SECRETARY', 'BRANCH_LEAD')),
        began_on date NOT NULL,
        ended_on date CHECK (ended_on >= began_on),
        CONSTRAINT one_president_per_branch_and_day
          EXCLUDE USING gist (branch_id WITH =, daterange(began_on, ended_on, '[]') WITH &&) WHERE (office = 'PRESIDENT')
      );
      CREATE INDEX mandate_by_person ON mandate (person_id, began_on);

      -- Null: nothing personal may go there.
      ALTER TABLE branch ADD COLUMN transfer_basis text CHECK (transfer_basis IN ('ADEQUACY', 'STANDARD_CLAUSES', 'AUTHORISATION'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
