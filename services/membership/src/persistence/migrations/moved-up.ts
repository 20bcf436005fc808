import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever waited for a place and got one is shown so, since nobody else tells them. */
export class ShowWhoMovedUp1766007105000 implements MigrationInterface {
  readonly name = 'ShowWhoMovedUp1766007105000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE gathering_sign_up ADD COLUMN moved_up_on date CHECK (moved_up_on = placed_on);
      -- A place is given with the sign-up or later. Who waited less than a day before this is not known.
      UPDATE gathering_sign_up SET moved_up_on = placed_on WHERE placed_on > signed_up_on;
      CREATE INDEX gathering_moved_up ON gathering_sign_up (moved_up_on) WHERE moved_up_on IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
