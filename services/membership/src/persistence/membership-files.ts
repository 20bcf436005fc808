import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import { type Application, type FileEntry, MembershipFile, type Settlement, type WaitRule } from '../domain/membership-file.ts';
import type { FiledCompany, MembershipFiles } from '../use-cases/membership-file-ports.ts';
import { companyQueries } from './company.queries.ts';
import { holdCompanies } from './company-lock.ts';
import { membershipQueries } from './membership.queries.ts';

/** The files of companies within one transaction. */
export function membershipFiles(sql: Sql): MembershipFiles {
  const { registrations, peopleOf } = companyQueries(sql);
  const { memberships, graceRules, branches } = membershipQueries(sql);
  return {
    branches,

    async fileForUpdate(askedId): Promise<FiledCompany | undefined> {
      const held = (await holdCompanies(sql, [askedId])).get(askedId);
      if (!held) return undefined;
      const { companyId } = held;
      const version = await versionOf(sql, companyId);
      // One after the other: a transaction has one session, and statements sent at once only wait in it.
      const periods = await memberships([companyId]);
      const codes = new Map((await branches()).map(({ id, code }) => [id, code]));
      const file = new MembershipFile({
        periods: periods.map((period) => ({ ...period, branchCode: codes.get(period.branchId) ?? '' })),
        applications: await applicationsOf(sql, companyId),
        graceRules: await graceRules(),
        waitRules: await sql.query<WaitRule>('SELECT valid_from::text AS "validFrom", months FROM readmission_wait'),
        settledYears: await settledYearsOf(sql, companyId),
      });
      const numbers = await registrations([companyId]);
      const people = await peopleOf([companyId]);
      return { ...held, version, file, registrations: numbers, hasLeader: people.some(({ role }) => role === 'LEADER') };
    },

    async enter({ companyId }, expectedVersion, entries) {
      // A company without a file is at version 0; whoever is refused leaves none behind.
      if (expectedVersion === 0)
        await sql.query('INSERT INTO membership_file (company_id) VALUES ($1) ON CONFLICT DO NOTHING', [companyId]);
      const swap = await swapVersion(sql, { table: 'membership_file', key: 'company_id' }, companyId, expectedVersion);
      if (swap.swapped) for (const entry of entries) await enterOne(sql, companyId, entry);
      return swap;
    },
  };
}

async function versionOf(sql: Sql, companyId: string): Promise<number> {
  const [file] = await sql.query<{ version: number }>('SELECT version FROM membership_file WHERE company_id = $1', [companyId]);
  return file?.version ?? 0;
}

function applicationsOf(sql: Sql, companyId: string): Promise<Application[]> {
  return sql.query<Application>(
    `SELECT a.id, a.branch_id AS "branchId", b.code AS "branchCode", a.applied_on::text AS "appliedOn", a.outcome, a.withdrawn_on::text AS "withdrawnOn", a.membership_id AS "membershipId"
     FROM membership_application AS a JOIN branch AS b ON b.id = a.branch_id WHERE a.company_id = $1 ORDER BY a.id`,
    [companyId],
  );
}

async function settledYearsOf(sql: Sql, companyId: string): Promise<Map<number, Settlement>> {
  const years = await sql.query<{ year: number; settlement: Settlement }>(
    'SELECT year, settlement FROM dues WHERE company_id = $1 AND settlement IS NOT NULL',
    [companyId],
  );
  return new Map(years.map(({ year, settlement }) => [year, settlement]));
}

async function enterOne(sql: Sql, companyId: string, entry: FileEntry): Promise<void> {
  switch (entry.kind) {
    case 'APPLIED': {
      const { id, branchId, appliedOn } = entry.application;
      await sql.query('INSERT INTO membership_application (id, company_id, branch_id, applied_on) VALUES ($1, $2, $3, $4)', [
        id,
        companyId,
        branchId,
        appliedOn,
      ]);
      break;
    }
    case 'DECIDED':
      await sql.query('UPDATE membership_application SET outcome = $2, decided_on = $3, ground = $4, explanation = $5 WHERE id = $1', [
        entry.applicationId,
        entry.outcome,
        entry.decidedOn,
        entry.ground,
        entry.explanation,
      ]);
      break;
    case 'WITHDRAWN':
      await sql.query('UPDATE membership_application SET withdrawn_on = $2, withdrawal_motive = $3 WHERE id = $1', [
        entry.applicationId,
        entry.withdrawnOn,
        entry.motive,
      ]);
      break;
    case 'BEGUN': {
      const { id, branchId, beganOn, coveredUntil } = entry.period;
      await sql.query('INSERT INTO membership (id, company_id, branch_id, began_on, covered_until) VALUES ($1, $2, $3, $4, $5)', [
        id,
        companyId,
        branchId,
        beganOn,
        coveredUntil,
      ]);
      if (entry.applicationId)
        await sql.query('UPDATE membership_application SET membership_id = $2 WHERE id = $1', [entry.applicationId, id]);
      break;
    }
    case 'COVERED':
      await sql.query('UPDATE membership SET covered_until = $2 WHERE id = $1', [entry.membershipId, entry.coveredUntil]);
      break;
    case 'ENDED':
      await sql.query('UPDATE membership SET ended_on = $2, end_reason = $3 WHERE id = $1', [
        entry.membershipId,
        entry.endedOn,
        entry.endReason,
      ]);
      break;
    case 'RULED':
      await sql.query(
        'INSERT INTO membership_decision (id, membership_id, kind, takes_effect_on, motive) VALUES (gen_random_uuid(), $1, $2, $3, $4)',
        [entry.membershipId, entry.decision.kind, entry.decision.takesEffectOn, entry.motive],
      );
      break;
    case 'DUES':
      // Stands in the account of the year, which is entered in the same transaction.
      break;
    case 'EXCLUDED': {
      const { motive, heardOn, votesFor, votesAgainst, abstentions } = entry.exclusion;
      await sql.query(
        `INSERT INTO membership_exclusion (membership_id, motive, heard_on, votes_for, votes_against, abstentions) VALUES ($1, $2, $3, $4, $5, $6)`,
        [entry.membershipId, motive, heardOn, votesFor, votesAgainst, abstentions],
      );
      break;
    }
  }
}
