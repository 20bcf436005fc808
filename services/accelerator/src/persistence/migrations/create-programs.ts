import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePrograms1766000000000 implements MigrationInterface {
  readonly name = 'CreatePrograms1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    // For the exclusion constraint below: a uuid beside a range of days.
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE program (
        id uuid PRIMARY KEY,
        position smallint NOT NULL UNIQUE,
        code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9-]{0,40}$'),
        name text NOT NULL CHECK (name <> ''),
        based_on jsonb CHECK (based_on ?& ARRAY['fr', 'en'])
      )`);
    await runner.query(`
      CREATE TABLE program_version (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program,
        number smallint NOT NULL CHECK (number >= 1),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        duration_months smallint NOT NULL CHECK (duration_months BETWEEN 1 AND 60),
        capacity_unit text NOT NULL CHECK (capacity_unit IN ('PERSON', 'COMPANY')),
        experimental boolean NOT NULL,
        source jsonb NOT NULL CHECK (source ?& ARRAY['fr', 'en']),
        assumption jsonb CHECK (assumption ?& ARRAY['fr', 'en']),
        UNIQUE (program_id, number),
        CONSTRAINT one_version_a_day EXCLUDE USING gist (program_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      )`);
    await runner.query(`
      CREATE TABLE criterion (
        version_id uuid NOT NULL REFERENCES program_version,
        position smallint NOT NULL CHECK (position >= 1),
        kind text NOT NULL CHECK (kind IN ('TURNOVER', 'SIZE_CATEGORY', 'COMPANY_AGE', 'FIGURES_AGE', 'COLLECTIVE_PROCEEDINGS', 'MEMBERSHIP', 'AUDIT')),
        stage text NOT NULL CHECK (stage IN ('ELIGIBILITY', 'BEFORE_START')),
        operator text NOT NULL CHECK (operator IN ('MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST', 'IS')),
        threshold text NOT NULL CHECK (threshold <> ''),
        unit text NOT NULL CHECK (unit IN ('CATEGORY', 'YEARS', 'MONTHS', 'STATUS') OR unit ~ '^[A-Z]{3}$'),
        PRIMARY KEY (version_id, position)
      )`);
    await runner.query(`
      CREATE TABLE cohort (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES program_version,
        name text NOT NULL UNIQUE CHECK (name <> ''),
        opens_on date NOT NULL,
        apply_until date NOT NULL CHECK (apply_until >= opens_on),
        start_on date,
        window_from date,
        window_to date CHECK (window_to >= window_from),
        first_start date NOT NULL GENERATED ALWAYS AS (coalesce(start_on, window_from)) STORED,
        capacity smallint NOT NULL CHECK (capacity >= 1),
        places_taken smallint NOT NULL DEFAULT 0,
        theme jsonb CHECK (theme ?& ARRAY['fr', 'en']),
        CONSTRAINT start_is_fixed_or_within_a_window CHECK (
          CASE WHEN start_on IS NULL THEN window_from IS NOT NULL AND window_to IS NOT NULL ELSE window_from IS NULL AND window_to IS NULL END
        ),
        CONSTRAINT applications_end_before_the_start CHECK (apply_until < coalesce(start_on, window_from)),
        CONSTRAINT no_more_places_than_there_are CHECK (places_taken BETWEEN 0 AND capacity)
      )`);
    await runner.query('CREATE INDEX cohort_by_deadline ON cohort (apply_until, opens_on)');
    await runner.query('CREATE INDEX cohort_by_start ON cohort (version_id, first_start DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cohort, criterion, program_version, program');
  }
}
