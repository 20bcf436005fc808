import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { TiesBook } from '../../use-cases/company/ties-ports.ts';
import { holdCompanies } from '../company-lock.ts';
import { factsBook } from './facts-book.ts';
import { tiesQueries } from './ties.queries.ts';

/** What ties companies to each other and to others, within one transaction. */
export function tiesBook(sql: Sql): TiesBook {
  const { undertakings, networkTies } = tiesQueries(sql);
  return {
    ...factsBook(sql),

    /** With all of their undertakings, so that those who leave one at once wait for each other and not in a circle. */
    holdAll: (askedIds) =>
      holdCompanies(
        sql,
        askedIds,
        `SELECT id FROM company WHERE id = ANY ($1::uuid[]) OR group_id IN (SELECT c.group_id FROM company AS c WHERE c.id = ANY ($1::uuid[]))
         ORDER BY id FOR NO KEY UPDATE`,
      ),

    ties: (companyId) => networkTies([companyId]),
    undertakingPart: async (companyId) => (await undertakings([companyId]))[0],

    async enterGroup(companyIds, groupId) {
      await sql.query('UPDATE company SET group_id = $2 WHERE id = ANY ($1::uuid[]) AND group_id IS DISTINCT FROM $2', [
        companyIds,
        groupId,
      ]);
    },

    async enterDeparture(companyId, groupId) {
      await sql.query('UPDATE company SET group_id = NULL WHERE id = $1', [companyId]);
      await sql.query(
        'UPDATE company SET group_id = NULL WHERE group_id = $1 AND (SELECT count(*) FROM company AS c WHERE c.group_id = $1) = 1',
        [groupId],
      );
    },

    async enterTie(id, companyId, { kind, name, since, until }) {
      await sql.query('INSERT INTO network_tie (id, company_id, kind, name, since, until) VALUES ($1, $2, $3, $4, $5, $6)', [
        id,
        companyId,
        kind,
        name,
        since,
        until,
      ]);
    },

    async enterTieEnd(id, until) {
      await sql.query('UPDATE network_tie SET until = $2 WHERE id = $1', [id, until]);
    },

    async enterResponsibility(id, companyId, { kind, score, name, statedOn, validUntil, source }, today) {
      const [entered] = await sql.query(
        `INSERT INTO responsibility_fact (id, company_id, kind, score, name, stated_on, valid_until, source, entered_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
        [id, companyId, kind, score, name, statedOn, validUntil, source, today],
      );
      return entered !== undefined;
    },
  };
}
