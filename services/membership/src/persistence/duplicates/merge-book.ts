import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { MembershipRecord } from '../../domain/membership-record.ts';
import type { HeldRecord, MergeBook } from '../../use-cases/duplicates/merge-ports.ts';
import { takeTurn } from '../affiliation/affiliation-book.ts';
import { companyQueries } from '../company.queries.ts';
import { companyForUpdate, holdCompanies } from '../company-lock.ts';
import { keepWhatWasCounted } from '../counts/counted-before.ts';
import { exchangeColumns, listingColumns } from '../expertise/expertise.queries.ts';
import { figuresQueries } from '../figures.queries.ts';
import { membershipQueries } from '../membership.queries.ts';
import { mergeRows } from './merge-rows.ts';
import { changedSince, isNumberTaken, unmergeRows } from './unmerge-rows.ts';

/** Records of companies that become one and come apart again, within one transaction. */
export function mergeBook(sql: Sql): MergeBook {
  return {
    async recordsForUpdate(companyIds, today) {
      // Lists are judged against the directory as a whole, and must not find half of it merged.
      await takeTurn(sql);
      await holdAgainstAnything(sql, companyIds);
      const records = new Map<Uuid, HeldRecord>();
      for (const id of new Set(companyIds)) {
        const record = await recordOf(sql, id, today);
        if (record) records.set(id, record);
      }
      return records;
    },

    async companiesNow(askedIds) {
      const held = await holdCompanies(sql, askedIds);
      return askedIds.map((id) => held.get(id));
    },

    async enterMerge(entry) {
      const { id, keptId, mergedId, reason, on } = entry;
      await sql.query('INSERT INTO company_merge (id, kept_id, merged_id, reason, merged_on) VALUES ($1, $2, $3, $4, $5)', [
        id,
        keptId,
        mergedId,
        reason,
        on,
      ]);
      await keepWhatWasCounted(sql, [keptId, mergedId], on);
      await mergeRows(sql, entry);
      await countChange(sql, keptId);
    },

    async mergeForUpdate(mergeId) {
      await takeTurn(sql);
      const [merge] = await sql.query<{ keptId: Uuid; mergedId: Uuid; isUndone: boolean; sequence: string }>(
        `SELECT kept_id AS "keptId", merged_id AS "mergedId", undone_on IS NOT NULL AS "isUndone", sequence FROM company_merge WHERE id = $1 FOR UPDATE`,
        [mergeId],
      );
      if (!merge) return undefined;
      const { keptId, mergedId, isUndone, sequence } = merge;
      await holdAgainstAnything(sql, [keptId]);
      const found = await companyForUpdate(sql, keptId);
      const held = found?.companyId === keptId ? found : undefined;
      const later = await sql.query('SELECT 1 FROM company_merge WHERE kept_id = $1 AND sequence > $2 AND undone_on IS NULL', [
        keptId,
        sequence,
      ]);
      return {
        ...{ keptId, mergedId, isUndone },
        company: held && { branchCode: held.branchCode, version: await factsVersion(sql, keptId) },
        isMergedSince: !held || later.length > 0,
        changedSince: isUndone || !held ? [] : await changedSince(sql, mergeId, keptId),
        isNumberTaken: !isUndone && (await isNumberTaken(sql, mergeId)),
      };
    },

    async enterUndoing(mergeId, reason, on) {
      const [merge] = await sql.query<{ keptId: Uuid; mergedId: Uuid }>(
        'UPDATE company_merge SET undone_on = $2, undone_reason = $3 WHERE id = $1 RETURNING kept_id AS "keptId", merged_id AS "mergedId"',
        [mergeId, on, reason],
      );
      if (!merge) throw new Error('The merge that is undone is gone');
      await keepWhatWasCounted(sql, [merge.keptId], on);
      await unmergeRows(sql, mergeId, merge.keptId);
      await countChange(sql, merge.keptId, merge.mergedId);
    },
  };
}

/**
 * Whoever enters anything about these companies is waited for, and waits: even those who only point to them. Else what is entered at this
 * moment would be moved by nobody and vanish with the record.
 */
async function holdAgainstAnything(sql: Sql, companyIds: readonly Uuid[]): Promise<void> {
  await sql.query('SELECT id FROM company WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [companyIds]);
}

/** Whoever decides upon what was read before learns that it changed, and the search finds the company as it is now. */
async function countChange(sql: Sql, keptId: Uuid, mergedId = keptId): Promise<void> {
  await sql.query(
    'INSERT INTO company_facts AS f (company_id, version) VALUES ($1, 1) ON CONFLICT (company_id) DO UPDATE SET version = f.version + 1',
    [keptId],
  );
  await sql.query(
    'INSERT INTO membership_file AS f (company_id, version) VALUES ($1, 1) ON CONFLICT (company_id) DO UPDATE SET version = f.version + 1',
    [keptId],
  );
  await sql.query('SELECT refresh_company_search($1::uuid[])', [[keptId, mergedId]]);
}

async function factsVersion(sql: Sql, companyId: Uuid): Promise<number> {
  const [facts] = await sql.query<{ version: number }>('SELECT version FROM company_facts WHERE company_id = $1', [companyId]);
  return facts?.version ?? 0;
}

async function recordOf(sql: Sql, companyId: Uuid, today: LocalDate): Promise<HeldRecord | undefined> {
  const held = await companyForUpdate(sql, companyId);
  const [company] = await sql.query<{ country: string; groupId: string | null }>(
    'SELECT country, group_id AS "groupId" FROM company WHERE id = $1',
    [companyId],
  );
  if (held?.companyId !== companyId || !company) return undefined;
  const { registrations, peopleOf } = companyQueries(sql);
  const { memberships, graceRules } = membershipQueries(sql);
  const periods = await memberships([companyId]);
  const status = new MembershipRecord(periods, await graceRules()).statusOn(today);
  const [open] = await sql.query(
    `SELECT 1 FROM membership_application WHERE company_id = $1 AND membership_id IS NULL AND withdrawn_on IS NULL AND outcome IS DISTINCT FROM 'REJECTED'`,
    [companyId],
  );
  const years = await sql.query<{ year: number }>('SELECT year FROM dues WHERE company_id = $1', [companyId]);
  return {
    ...held,
    ...company,
    version: await factsVersion(sql, companyId),
    numbers: await registrations([companyId]),
    periods,
    isMember: ['ACTIVE', 'GRACE', 'SUSPENDED'].includes(status),
    hasOpenApplication: open !== undefined,
    invoicedYears: years.map(({ year }) => year),
    listings: await sql.query(`SELECT ${listingColumns} FROM expertise_listing AS l WHERE l.company_id = $1`, [companyId]),
    exchanges: await sql.query(`SELECT ${exchangeColumns} FROM expertise_exchange AS e WHERE $1 IN (e.expert_id, e.seeker_id)`, [
      companyId,
    ]),
    people: await peopleOf([companyId]),
    signUps: await sql.query(
      `SELECT s.gathering_id AS "gatheringId", coalesce(p.same_as, p.id) AS "personId" FROM gathering_sign_up AS s
       JOIN person AS p ON p.id = s.person_id JOIN gathering AS g ON g.id = s.gathering_id
       WHERE s.company_id = $1 AND s.withdrawn_on IS NULL AND g.cancelled_on IS NULL AND g.begins_on > $2`,
      [companyId, today],
    ),
    figures: await figuresQueries(sql).figures([companyId]),
  };
}
