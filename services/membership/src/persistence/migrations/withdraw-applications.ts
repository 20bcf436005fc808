import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A company may take its application back as long as nobody has decided: one or the other happens to it, never both. */
export class WithdrawApplications1766007101000 implements MigrationInterface {
  readonly name = 'WithdrawApplications1766007101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE membership_application ADD COLUMN withdrawn_on date CHECK (withdrawn_on >= applied_on),
        ADD COLUMN withdrawal_motive text CHECK (withdrawal_motive <> ''),
        ADD CONSTRAINT withdrawn_with_a_motive CHECK ((withdrawn_on IS NULL) = (withdrawal_motive IS NULL)),
        ADD CONSTRAINT withdrawn_or_decided CHECK (withdrawn_on IS NULL OR outcome IS NULL);

      DROP INDEX membership_application_open_once;
      CREATE UNIQUE INDEX membership_application_open_once ON membership_application (company_id)
        WHERE membership_id IS NULL AND outcome IS DISTINCT FROM 'REJECTED' AND withdrawn_on IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
