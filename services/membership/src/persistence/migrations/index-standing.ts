import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those who are late, and those who left, are few among many: lists of them must not read everybody. */
export class IndexStanding1766000002000 implements MigrationInterface {
  readonly name = 'IndexStanding1766000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX membership_by_coverage ON membership (covered_until) WHERE ended_on IS NULL;
      CREATE INDEX membership_by_end ON membership (end_reason, ended_on) WHERE ended_on IS NOT NULL;
      CREATE INDEX membership_decision_suspensions ON membership_decision (takes_effect_on) WHERE kind = 'SUSPENDED';
      CREATE INDEX company_by_prospect_branch ON company (prospect_branch_id, sort_name, id) WHERE prospect_branch_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
