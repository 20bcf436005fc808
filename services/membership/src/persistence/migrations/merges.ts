import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of companies that became one, with all it takes to part them again. */
export class CreateMerges1766007012000 implements MigrationInterface {
  readonly name = 'CreateMerges1766007012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(merges);
    await runner.query(people);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const merges = `
  -- As it was told: what became of the two since then changes nothing here.
  CREATE TABLE company_merge (
    id uuid PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    kept_id uuid NOT NULL,
    merged_id uuid NOT NULL CHECK (merged_id <> kept_id),
    reason text NOT NULL CHECK (reason <> ''),
    merged_on date NOT NULL,
    undone_on date CHECK (undone_on >= merged_on),
    undone_reason text CHECK (undone_reason <> ''),
    CHECK ((undone_on IS NULL) = (undone_reason IS NULL))
  );
  CREATE INDEX company_merge_by_kept ON company_merge (kept_id, sequence);

  -- An id that leads to another company. Nothing else of it is left in company, so that nobody can enter anything about it by mistake.
  CREATE TABLE merged_company (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company,
    merge_id uuid NOT NULL REFERENCES company_merge
  );
  CREATE INDEX merged_company_by_company ON merged_company (company_id);

  -- KEPT: a row that the company had before. CHANGED: the columns of a row before and after. LEFT_OUT: a whole row that is no more.
  CREATE TABLE company_merge_row (
    merge_id uuid NOT NULL REFERENCES company_merge ON DELETE CASCADE,
    table_name text NOT NULL,
    fate text NOT NULL CHECK (fate IN ('KEPT', 'CHANGED', 'LEFT_OUT')),
    key jsonb NOT NULL,
    before jsonb,
    after jsonb,
    CHECK ((fate = 'KEPT') = (before IS NULL) AND (fate = 'CHANGED') = (after IS NOT NULL))
  );
  CREATE INDEX company_merge_row_by_table ON company_merge_row (merge_id, table_name);
`;

const people = `
  -- The same person, whom another record named as well. Both ids lead to one; what people agreed to and held is never rewritten.
  ALTER TABLE person ADD COLUMN same_as uuid REFERENCES person CHECK (same_as <> id);
  CREATE INDEX person_by_same ON person (same_as) WHERE same_as IS NOT NULL;
  ALTER TABLE person DROP CONSTRAINT person_company_id_role_last_name_first_name_key;
  CREATE UNIQUE INDEX person_once ON person (company_id, role, last_name, first_name) WHERE same_as IS NULL;
  DROP INDEX person_email_once;
  CREATE UNIQUE INDEX person_email_once ON person (company_id, email) WHERE email IS NOT NULL AND same_as IS NULL;
`;
