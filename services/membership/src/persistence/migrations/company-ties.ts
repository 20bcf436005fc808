import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where else companies belong, and what they do for people and the environment. */
export class CreateCompanyTies1766006010000 implements MigrationInterface {
  readonly name = 'CreateCompanyTies1766006010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX company_by_group ON company (group_id) WHERE group_id IS NOT NULL;

      CREATE TABLE network_tie (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('NETWORK', 'CLUSTER')),
        name text NOT NULL CHECK (name <> ''),
        since date,
        until date CHECK (until >= since)
      );
      CREATE UNIQUE INDEX network_tie_once ON network_tie (company_id, plain_text(name)) WHERE until IS NULL;

      CREATE TABLE responsibility_fact (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('IMPACT_SCORE', 'VSME_BASIC', 'VSME_COMPREHENSIVE', 'LABEL')),
        score numeric(4, 1) CHECK (score BETWEEN 0 AND 100),
        name text,
        stated_on date NOT NULL,
        valid_until date CHECK (valid_until >= stated_on),
        source text NOT NULL CHECK (source IN ('DECLARED', 'PUBLISHED', 'AUDITED')),
        entered_on date NOT NULL CHECK (entered_on >= stated_on),
        CHECK ((kind = 'IMPACT_SCORE') = (score IS NOT NULL)),
        CHECK ((kind = 'LABEL') = (name IS NOT NULL))
      );
      CREATE UNIQUE INDEX responsibility_fact_once ON responsibility_fact (company_id, kind, stated_on, coalesce(plain_text(name), ''));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
