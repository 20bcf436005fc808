import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said of numbers in member lists: whose they are, and whose not. Lists may give numbers of Morocco as well. */
export class CreateSettledNumbers1766004001000 implements MigrationInterface {
  readonly name = 'CreateSettledNumbers1766004001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settled_number (
        scheme text NOT NULL,
        value text NOT NULL,
        company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
        is_same boolean NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        PRIMARY KEY (scheme, value, company_id)
      );
      CREATE UNIQUE INDEX a_number_stands_for_one_company ON settled_number (scheme, value) WHERE is_same;

      UPDATE affiliation_row SET company = (company - 'siren') || jsonb_build_object('scheme', 'SIREN', 'number', company->'siren')
      WHERE company ? 'siren';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
