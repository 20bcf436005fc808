import { createWriteTables } from '@leader/subgraph-kit/postgres/write-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications with what became of them, why memberships rest or end, and what every write stands on. */
export class CreateMembershipLife1766000200000 implements MigrationInterface {
  readonly name = 'CreateMembershipLife1766000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createWriteTables);
    await runner.query(files);
    await runner.query(endings);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const files = `
  -- One row a company to lock and to count versions by: whatever is done to its membership passes here, one after the other.
  CREATE TABLE membership_file (
    company_id uuid PRIMARY KEY REFERENCES company ON DELETE CASCADE,
    version integer NOT NULL DEFAULT 0 CHECK (version >= 0)
  );

  CREATE TABLE membership_application (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    branch_id uuid NOT NULL REFERENCES branch,
    applied_on date NOT NULL,
    outcome text CHECK (outcome IN ('APPROVED', 'REJECTED')),
    decided_on date CHECK (decided_on >= applied_on),
    ground text,
    explanation text,
    membership_id uuid UNIQUE REFERENCES membership ON DELETE CASCADE,
    CHECK ((outcome IS NULL) = (decided_on IS NULL)),
    CHECK ((outcome IS NOT DISTINCT FROM 'REJECTED') = (ground IS NOT NULL)),
    CHECK (membership_id IS NULL OR outcome IS NOT DISTINCT FROM 'APPROVED')
  );
  CREATE INDEX membership_application_by_company ON membership_application (company_id, id DESC);
  CREATE UNIQUE INDEX membership_application_open_once ON membership_application (company_id)
    WHERE membership_id IS NULL AND outcome IS DISTINCT FROM 'REJECTED';
`;

const endings = `
  -- CONTINUED: another period of the same membership begins on the next day, in another branch or after late dues.
  ALTER TABLE membership DROP CONSTRAINT membership_end_reason_check;
  ALTER TABLE membership ADD CONSTRAINT membership_end_reason_check CHECK (end_reason IN ('LAPSED', 'RESIGNED', 'EXCLUDED', 'CONTINUED'));

  ALTER TABLE membership_decision ADD COLUMN motive text;

  CREATE TABLE membership_exclusion (
    membership_id uuid PRIMARY KEY REFERENCES membership ON DELETE CASCADE,
    motive text NOT NULL CHECK (motive <> ''),
    heard_on date NOT NULL,
    votes_for integer NOT NULL,
    votes_against integer NOT NULL CHECK (votes_against >= 0),
    abstentions integer NOT NULL CHECK (abstentions >= 0),
    CHECK (votes_for > votes_against)
  );

  -- How long an excluded company waits before it may apply again, by the day the rule came into force.
  CREATE TABLE readmission_wait (
    valid_from date PRIMARY KEY,
    months integer NOT NULL CHECK (months >= 0)
  );
  INSERT INTO readmission_wait (valid_from, months) VALUES ('2009-01-01', 24);
`;
