import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What affiliated networks were promised by a day, and what shows that it was kept. */
export class CreateVisibilityPromises1766007010000 implements MigrationInterface {
  readonly name = 'CreateVisibilityPromises1766007010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visibility_promise (
        id uuid PRIMARY KEY,
        network_id uuid NOT NULL REFERENCES partner_network,
        term text NOT NULL CHECK (term IN ('BRANCH_PAGE', 'COMMUNICATION_KIT', 'VISIBILITY_FIGURES')),
        promised_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= promised_on),
        done_when text NOT NULL CHECK (done_when <> ''),
        delivered_on date CHECK (delivered_on >= promised_on),
        evidence text CHECK (evidence <> ''),
        counted integer CHECK (counted >= 0),
        recorded_on date CHECK (recorded_on >= delivered_on),
        CHECK (num_nulls(delivered_on, evidence, recorded_on) IN (0, 3)),
        CHECK ((counted IS NOT NULL) = (term = 'VISIBILITY_FIGURES' AND delivered_on IS NOT NULL))
      );
      CREATE INDEX visibility_promise_by_due ON visibility_promise (due_on, id);
      CREATE INDEX visibility_promise_by_network ON visibility_promise (network_id, due_on, id);
      -- One thing at a time of each kind.
      CREATE UNIQUE INDEX visibility_promised_once ON visibility_promise (network_id, term) WHERE delivered_on IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
