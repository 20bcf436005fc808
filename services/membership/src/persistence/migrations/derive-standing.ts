import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where every company stands on a day, for lists and counts that cannot load them all.
 * It must say what `MembershipRecord` says: a test asks both about every company on many days.
 */
export class DeriveStanding1766000002000 implements MigrationInterface {
  readonly name = 'DeriveStanding1766000002000';

  async up(runner: QueryRunner): Promise<void> {
    // A plain SQL function is inlined, so a query that wants one branch or one company reads only that.
    await runner.query(`
      CREATE FUNCTION standing_on(day date) RETURNS TABLE (company_id uuid, branch_id uuid, status text) LANGUAGE sql STABLE AS $$
        SELECT m.company_id,
          CASE WHEN m.ended_on < day THEN NULL ELSE m.branch_id END,
          CASE
            WHEN m.ended_on < day THEN m.end_reason
            WHEN (
              SELECT d.kind FROM membership_decision AS d
              WHERE d.membership_id = m.id AND d.takes_effect_on <= day
              ORDER BY d.takes_effect_on DESC LIMIT 1
            ) = 'SUSPENDED' THEN 'SUSPENDED'
            WHEN m.covered_until >= day THEN 'ACTIVE'
            WHEN day - m.covered_until <= coalesce(
              (SELECT g.days FROM grace_period AS g WHERE g.valid_from <= day ORDER BY g.valid_from DESC LIMIT 1), 0
            ) THEN 'GRACE'
            ELSE 'LAPSED'
          END
        FROM membership AS m
        WHERE m.began_on <= day
          AND NOT EXISTS (
            SELECT 1 FROM membership AS later
            WHERE later.company_id = m.company_id AND later.began_on > m.began_on AND later.began_on <= day
          )
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
