import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of member lists with what was told about them, and the rows of theirs that wait for a person. */
export class CreateMemberLists1766000100000 implements MigrationInterface {
  readonly name = 'CreateMemberLists1766000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_list_import (
        id uuid PRIMARY KEY,
        requested_by text NOT NULL,
        idempotency_key text NOT NULL,
        branch_id uuid NOT NULL REFERENCES branch,
        content_hash text NOT NULL,
        imported_at timestamptz NOT NULL,
        report jsonb NOT NULL,
        UNIQUE (requested_by, idempotency_key)
      );

      -- The same row of the next list of the same branch is the same case, and waits once.
      CREATE TABLE member_list_waiting_row (
        branch_id uuid NOT NULL REFERENCES branch,
        fingerprint text NOT NULL,
        import_id uuid NOT NULL REFERENCES member_list_import,
        outcome text NOT NULL CHECK (outcome IN ('SUSPECT', 'REFUSED')),
        told jsonb NOT NULL,
        company jsonb,
        PRIMARY KEY (branch_id, fingerprint)
      );
      CREATE INDEX member_list_waiting_row_by_import ON member_list_waiting_row (import_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
