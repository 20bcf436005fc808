import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFund1766300000000 implements MigrationInterface {
  name = 'CreateFund1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE fund (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name_fr text NOT NULL,
        name_en text NOT NULL,
        thesis_fr text NOT NULL,
        thesis_en text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE fund_status (
        fund_id uuid NOT NULL REFERENCES fund,
        since date NOT NULL,
        status text NOT NULL CHECK (status IN ('PROJECT', 'AUTHORISED', 'FIRST_CLOSE', 'INVESTING', 'HARVESTING', 'LIQUIDATED')),
        note_fr text NOT NULL,
        note_en text NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (fund_id, since)
      )`);
    await runner.query(`
      CREATE TABLE fund_partner (
        fund_id uuid NOT NULL REFERENCES fund,
        position smallint NOT NULL,
        role text NOT NULL CHECK (role IN ('TECHNOLOGY_TRANSFER', 'EUROPEAN_CALL')),
        name_fr text NOT NULL,
        name_en text NOT NULL,
        since date NOT NULL,
        PRIMARY KEY (fund_id, position)
      )`);
    await runner.query(`
      CREATE TABLE criteria_version (
        id uuid PRIMARY KEY,
        fund_id uuid NOT NULL REFERENCES fund,
        number smallint NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        figures_max_age_months smallint NOT NULL CHECK (figures_max_age_months > 0),
        source_fr text NOT NULL,
        source_en text NOT NULL,
        UNIQUE (fund_id, number),
        CONSTRAINT one_version_a_day EXCLUDE USING gist (fund_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      )`);
    await runner.query(`
      CREATE TABLE criterion (
        criteria_version_id uuid NOT NULL REFERENCES criteria_version,
        position smallint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('INDUSTRIAL', 'ANCHORED', 'LONG_TERM_JOBS', 'GROWTH', 'CLASSICAL_REFUSAL')),
        weight smallint NOT NULL CHECK (weight BETWEEN 0 AND 100),
        accepted text[],
        minimum_change numeric(5, 1),
        over_years smallint CHECK (over_years > 0),
        name_fr text NOT NULL,
        name_en text NOT NULL,
        explanation_fr text NOT NULL,
        explanation_en text NOT NULL,
        PRIMARY KEY (criteria_version_id, position),
        UNIQUE (criteria_version_id, kind),
        CONSTRAINT a_refusal_elsewhere_never_counts CHECK ((kind = 'CLASSICAL_REFUSAL') = (weight = 0)),
        CONSTRAINT codes_where_codes_decide CHECK ((kind IN ('INDUSTRIAL', 'ANCHORED')) = (accepted IS NOT NULL)),
        CONSTRAINT change_where_change_decides CHECK ((kind IN ('LONG_TERM_JOBS', 'GROWTH')) = (minimum_change IS NOT NULL AND over_years IS NOT NULL))
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: write a new one that puts right what this one did.');
  }
}
