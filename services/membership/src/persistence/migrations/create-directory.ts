import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies with their numbers, people, activities and sites, the branches, and who belonged to which one when. */
export class CreateDirectory1766000000000 implements MigrationInterface {
  readonly name = 'CreateDirectory1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(extensions);
    await runner.query(branches);
    await runner.query(companies);
    await runner.query(memberships);
    await runner.query(figures);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const extensions = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS unaccent;

  -- unaccent() alone depends on the search path and may not stand in an index.
  CREATE FUNCTION plain_text(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
`;

const branches = `
  CREATE TABLE branch (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z-]*$'),
    kind text NOT NULL CHECK (kind IN ('LOCAL', 'HUB')),
    name_fr text NOT NULL,
    name_en text NOT NULL,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    town text NOT NULL,
    planned_on date,
    opened_on date,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    time_zone text NOT NULL,
    languages text[] NOT NULL,
    departments text[] NOT NULL DEFAULT '{}',
    grew_from text,
    CHECK (planned_on IS NOT NULL OR opened_on IS NOT NULL),
    CHECK (planned_on <= opened_on)
  );
`;

const companies = `
  CREATE TABLE company (
    id uuid PRIMARY KEY,
    legal_name text NOT NULL CHECK (legal_name <> ''),
    trade_name text,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    town text,
    commune text,
    department text CHECK (department ~ '^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$'),
    founded_on date,
    prospect_branch_id uuid REFERENCES branch,
    in_collective_proceedings boolean,
    proceedings_checked_on date,
    created_at timestamptz NOT NULL DEFAULT now(),
    sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (plain_text(legal_name)) STORED,
    CHECK ((in_collective_proceedings IS NULL) = (proceedings_checked_on IS NULL))
  );
  CREATE INDEX company_by_name ON company (sort_name, id);
  CREATE INDEX company_by_department ON company (department, sort_name, id);
  CREATE INDEX company_name_trigrams ON company USING gin (sort_name gin_trgm_ops);

  CREATE TABLE registration (
    scheme text NOT NULL CHECK (scheme IN ('SIREN', 'SIRET', 'ICE', 'USCC', 'EIN')),
    value text NOT NULL,
    raw text NOT NULL,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    verified_at timestamptz,
    PRIMARY KEY (scheme, value)
  );
  CREATE INDEX registration_by_company ON registration (company_id);

  CREATE TABLE site (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    siret text UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
    is_headquarters boolean NOT NULL DEFAULT false,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    town text,
    commune text,
    department text CHECK (department ~ '^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$')
  );
  CREATE INDEX site_by_company ON site (company_id);
  CREATE UNIQUE INDEX site_headquarters ON site (company_id) WHERE is_headquarters;

  -- The main activity in each nomenclature. Both stay: one code of the old maps to several of the new.
  CREATE TABLE activity (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    nomenclature text NOT NULL CHECK (nomenclature IN ('NAF_REV_2', 'NAF_2025', 'ISIC_4')),
    code text NOT NULL,
    PRIMARY KEY (company_id, nomenclature)
  );

  CREATE TABLE person (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    first_name text NOT NULL,
    last_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('LEADER')),
    UNIQUE (company_id, role, last_name, first_name)
  );
`;

const memberships = `
  -- ended_on is the last day of the membership; covered_until the last day its dues are paid or waived for.
  CREATE TABLE membership (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    branch_id uuid NOT NULL REFERENCES branch,
    began_on date NOT NULL,
    ended_on date,
    end_reason text CHECK (end_reason IN ('LAPSED', 'RESIGNED', 'EXCLUDED')),
    covered_until date NOT NULL,
    CHECK (began_on <= ended_on),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CONSTRAINT membership_periods_do_not_overlap
      EXCLUDE USING gist (company_id WITH =, daterange(began_on, ended_on, '[]') WITH &&)
  );
  CREATE INDEX membership_by_company ON membership (company_id, began_on DESC);
  CREATE INDEX membership_by_branch ON membership (branch_id, began_on);

  CREATE TABLE membership_decision (
    id uuid PRIMARY KEY,
    membership_id uuid NOT NULL REFERENCES membership ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('SUSPENDED', 'REINSTATED')),
    takes_effect_on date NOT NULL,
    UNIQUE (membership_id, takes_effect_on)
  );

  -- How long a membership survives unpaid dues, by the day the rule came into force.
  CREATE TABLE grace_period (
    valid_from date PRIMARY KEY,
    days integer NOT NULL CHECK (days >= 0)
  );
  INSERT INTO grace_period (valid_from, days) VALUES ('2009-01-01', 90);
`;

const figures = `
  -- A correction is a new row: what counts is the latest one entered, and what was known on an earlier day stays known.
  CREATE TABLE annual_figures (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    closed_on date NOT NULL,
    months smallint NOT NULL DEFAULT 12 CHECK (months BETWEEN 1 AND 24),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    turnover bigint CHECK (turnover >= 0),
    export_turnover bigint CHECK (export_turnover >= 0),
    balance_total bigint CHECK (balance_total >= 0),
    fte numeric(9, 2) CHECK (fte >= 0),
    source text NOT NULL CHECK (source IN ('DECLARED', 'FILED', 'AUDITED')),
    entered_at timestamptz NOT NULL
  );
  CREATE INDEX annual_figures_by_year ON annual_figures (company_id, closed_on DESC, entered_at DESC, id DESC);
`;
