import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What branches know of companies that were never members, and when they spoke with them. */
export class CreateProspects1766003020000 implements MigrationInterface {
  readonly name = 'CreateProspects1766003020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE company ADD COLUMN prospect_segment text
        CHECK (prospect_segment IN ('INDUSTRIAL', 'TECHNOLOGY', 'EXPORT_READY', 'FAST_GROWING', 'TRANSMISSION', 'OTHER'));

      CREATE TABLE growth_project (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('NEW_SITE', 'EXPORT', 'HIRING', 'INVESTMENT', 'INNOVATION', 'ACQUISITION')),
        title text NOT NULL CHECK (title <> ''),
        starts_on date,
        recorded_on date NOT NULL
      );
      CREATE INDEX growth_project_by_company ON growth_project (company_id, recorded_on DESC, id DESC);

      CREATE TABLE prospect_contact (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
        contacted_on date NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('INTERESTED', 'CALL_BACK', 'NOT_NOW', 'NOT_REACHED', 'NEVER_AGAIN')),
        call_back_on date CHECK (call_back_on >= contacted_on),
        note text,
        CHECK (outcome <> 'CALL_BACK' OR call_back_on IS NOT NULL)
      );
      CREATE INDEX prospect_contact_by_company ON prospect_contact (company_id, contacted_on DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
