import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever was promised something may let go of it: then it waits no longer, and may be promised anew. */
export class ReleaseVisibility1766007102000 implements MigrationInterface {
  readonly name = 'ReleaseVisibility1766007102000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE visibility_promise ADD COLUMN released_on date CHECK (released_on >= promised_on),
        ADD COLUMN release_reason text CHECK (release_reason <> ''),
        ADD CONSTRAINT released_with_a_reason CHECK ((released_on IS NULL) = (release_reason IS NULL)),
        ADD CONSTRAINT released_or_delivered CHECK (released_on IS NULL OR delivered_on IS NULL);

      DROP INDEX visibility_promised_once;
      CREATE UNIQUE INDEX visibility_promised_once ON visibility_promise (network_id, term) WHERE delivered_on IS NULL AND released_on IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
