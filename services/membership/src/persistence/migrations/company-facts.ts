import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers as data, since when a site or an activity counts, and one version of all that people enter about a company. */
export class CreateCompanyFacts1766006000000 implements MigrationInterface {
  readonly name = 'CreateCompanyFacts1766006000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(registers);
    await runner.query(sites);
    await runner.query(activities);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const registers = `
  -- A hub in another country is a row here and one in branch. Where the service knows the check digits it holds them as well.
  CREATE TABLE register (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,19}$'),
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    name text NOT NULL CHECK (name <> ''),
    pattern text NOT NULL,
    example text NOT NULL,
    CONSTRAINT an_example_fits_its_pattern CHECK (regexp_replace(example, '[ .-]', '', 'g') ~ ('^(?:' || pattern || ')$'))
  );
  INSERT INTO register (code, country, name, pattern, example) VALUES
    ('SIREN', 'FR', 'Répertoire Sirene', '[0-9]{9}', '732 829 320'),
    ('ICE', 'MA', 'Identifiant commun de l’entreprise', '[0-9]{15}', '001561191000066'),
    ('USCC', 'CN', '统一社会信用代码', '[0-9A-Z]{18}', '91110000600037341L'),
    ('EIN', 'US', 'Employer Identification Number', '[0-9]{9}', '91-1144442');

  ALTER TABLE registration DROP CONSTRAINT registration_scheme_check,
    ADD CONSTRAINT registration_register FOREIGN KEY (scheme) REFERENCES register,
    ADD COLUMN checked_on date, ADD COLUMN checked_by text, ADD COLUMN evidence text;

  CREATE TABLE company_facts (
    company_id uuid PRIMARY KEY REFERENCES company ON DELETE CASCADE,
    version integer NOT NULL DEFAULT 0 CHECK (version >= 0)
  );
`;

const sites = `
  -- seat_from and seat_until: the days on which it was the seat, as far as it was one. A seat moves from today on, so that past days keep theirs.
  ALTER TABLE site ADD COLUMN opened_on date, ADD COLUMN closed_on date,
    ADD COLUMN seat_from date NOT NULL DEFAULT '-infinity', ADD COLUMN seat_until date,
    ADD CONSTRAINT site_closes_after_it_opened CHECK (closed_on >= opened_on),
    ADD CONSTRAINT a_seat_is_open CHECK (NOT is_headquarters OR (closed_on IS NULL AND seat_until IS NULL));
`;

const activities = `
  -- A code counts from the day it was entered; what it replaced counts until the day before.
  ALTER TABLE activity ADD COLUMN since date NOT NULL DEFAULT '-infinity';
  CREATE TABLE former_activity (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    nomenclature text NOT NULL,
    code text NOT NULL,
    since date NOT NULL,
    until date NOT NULL CHECK (until >= since),
    PRIMARY KEY (company_id, nomenclature, since)
  );
`;
