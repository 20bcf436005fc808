import { createOutboxTables } from '@leader/subgraph-kit/postgres/event-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others are told, until they have been. */
export class CreateOutbox1766001005000 implements MigrationInterface {
  readonly name = 'CreateOutbox1766001005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createOutboxTables);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
