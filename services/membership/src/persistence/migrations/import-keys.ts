import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys of imports stand with those of all other writes. Earlier ones are let go: a list that comes again under an old key
 * finds its companies known and enters nothing twice.
 */
export class MoveImportKeys1766000300000 implements MigrationInterface {
  readonly name = 'MoveImportKeys1766000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE member_list_import DROP COLUMN idempotency_key');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
