import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { GraceRule } from '../domain/membership-record.ts';
import type { Branches, CompanyFacts } from '../use-cases/ports.ts';
import type { BranchCount, BranchView, MembershipView } from '../use-cases/views.ts';
import { hasStatus } from './standing.ts';

/** Who belonged to which branch when. */
export function membershipQueries(sql: Sql): Pick<CompanyFacts, 'memberships' | 'graceRules'> & Branches {
  return {
    memberships: (companyIds) =>
      sql.query<MembershipView>(
        `SELECT m.id, m.company_id AS "companyId", m.branch_id AS "branchId", m.began_on::text AS "beganOn", m.ended_on::text AS "endedOn",
           m.end_reason AS "endReason", m.covered_until::text AS "coveredUntil", coalesce(taken.decisions, '[]') AS decisions
         FROM membership AS m
         LEFT JOIN LATERAL (
           SELECT json_agg(json_build_object('kind', d.kind, 'takesEffectOn', d.takes_effect_on::text)) AS decisions
           FROM membership_decision AS d WHERE d.membership_id = m.id
         ) AS taken ON true
         WHERE m.company_id = ANY ($1::uuid[])`,
        [companyIds],
      ),

    graceRules: () => sql.query<GraceRule>(`SELECT valid_from::text AS "validFrom", days FROM grace_period`),

    branches: () =>
      sql.query<BranchView>(
        `SELECT id, code, kind, name_fr AS "nameFr", name_en AS "nameEn", country, town, planned_on::text AS "plannedOn",
           opened_on::text AS "openedOn", currency, time_zone AS "timeZone", languages, departments, grew_from AS "grewFrom",
           transfer_basis AS "transferBasis"
         FROM branch ORDER BY kind DESC, opened_on NULLS LAST, code`,
      ),

    activeMembers: (days) =>
      sql.query<BranchCount>(
        `SELECT asked.day::text AS day, active.branch_id AS "branchId", active.count
         FROM unnest($1::date[]) AS asked(day) CROSS JOIN LATERAL (
           SELECT m.branch_id, count(*)::int AS count FROM membership AS m WHERE ${hasStatus('ACTIVE', 'asked.day')} GROUP BY m.branch_id
         ) AS active`,
        [days],
      ),
  };
}
