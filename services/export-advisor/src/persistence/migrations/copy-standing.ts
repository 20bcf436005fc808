import { createDatedCopy, createInboxTables } from '@leader/subgraph-kit/postgres/event-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where companies stand in the network, as membership tells it: a copy of our own, so that no rule has to ask. */
export class CopyStanding1766400000000 implements MigrationInterface {
  readonly name = 'CopyStanding1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createInboxTables + createDatedCopy('member_standing'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
