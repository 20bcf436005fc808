import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is counted by knowledge of a day before two records became one, or came apart again, is counted as it was known then. */
export class KeepWhatWasCounted1766007104000 implements MigrationInterface {
  readonly name = 'KeepWhatWasCounted1766007104000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Facts of the record that a membership was of, whole rows as they stood, for every day of knowledge before this one. The first of those
      -- that are left after a day is the one of that day. Only added to.
      CREATE TABLE counted_before (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        membership_id uuid NOT NULL REFERENCES membership,
        known_before date NOT NULL,
        record_id uuid NOT NULL,
        site jsonb NOT NULL,
        activity jsonb NOT NULL,
        former_activity jsonb NOT NULL,
        annual_figures jsonb NOT NULL,
        responsibility_fact jsonb NOT NULL
      );
      CREATE INDEX counted_before_by_day ON counted_before (known_before, membership_id, sequence);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
