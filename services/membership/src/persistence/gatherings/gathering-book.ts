import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import type { ThemeView } from '../../use-cases/expertise/expertise-views.ts';
import type { GatheringBook } from '../../use-cases/gatherings/gathering-ports.ts';
import type { GatheringView, SignUpView } from '../../use-cases/gatherings/gathering-views.ts';
import { themeColumns } from '../expertise/expertise.queries.ts';
import { membershipQueries } from '../membership.queries.ts';
import { membershipFiles } from '../membership-files.ts';
import { gatheringColumns, signUpColumns } from './gathering.queries.ts';

const waitingInOrder = `SELECT ${signUpColumns} FROM gathering_sign_up AS s
  WHERE s.gathering_id = $1 AND s.placed_on IS NULL AND s.withdrawn_on IS NULL ORDER BY s.rank`;

/** Missions and meetings within one transaction. */
export function gatheringBook(sql: Sql): GatheringBook {
  return {
    branches: () => membershipQueries(sql).branches(),
    companyForUpdate: (companyId) => membershipFiles(sql).fileForUpdate(companyId),

    async theme(code) {
      const [theme] = await sql.query<ThemeView>(`SELECT ${themeColumns} FROM expertise_theme WHERE code = $1`, [code]);
      return theme;
    },

    async enterGathering(id, { kind, branchId, country, title, beginsOn, endsOn, theme, policyTag, audience, places, plannedOn }) {
      await sql.query(
        `INSERT INTO gathering (id, kind, branch_id, country, title, begins_on, ends_on, theme, policy_tag, audience, places, planned_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, kind, branchId, country, title, beginsOn, endsOn, theme, policyTag, audience, places, plannedOn],
      );
    },

    async gatheringForUpdate(id) {
      const [gathering] = await sql.query<GatheringView>(
        `SELECT ${gatheringColumns} FROM gathering AS g WHERE g.id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      return gathering;
    },

    async enterDays({ id }, expectedVersion, { openedOn, signUpUntil, cancelledOn, cancelReason }) {
      const swap = await swapVersion(sql, { table: 'gathering', key: 'id' }, id, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query(
        `UPDATE gathering SET opened_on = coalesce($2, opened_on), sign_up_until = coalesce($3, sign_up_until),
           cancelled_on = coalesce($4, cancelled_on), cancel_reason = coalesce($5, cancel_reason) WHERE id = $1`,
        [id, openedOn, signUpUntil, cancelledOn, cancelReason],
      );
      return swap;
    },

    async companyOfPerson(personId) {
      const [person] = await sql.query<{ companyId: string }>(
        'SELECT company_id AS "companyId" FROM person WHERE id = $1 AND erased_at IS NULL',
        [personId],
      );
      return person?.companyId;
    },

    async isSignedUp(gatheringId, personId) {
      const live = await sql.query(
        `SELECT 1 FROM gathering_sign_up AS s JOIN person AS p ON p.id = s.person_id JOIN person AS one ON one.id = $2
         WHERE s.gathering_id = $1 AND s.withdrawn_on IS NULL AND coalesce(p.same_as, p.id) = coalesce(one.same_as, one.id)`,
        [gatheringId, personId],
      );
      return live.length > 0;
    },

    async signUp(id) {
      const [found] = await sql.query<SignUpView>(`SELECT ${signUpColumns} FROM gathering_sign_up AS s WHERE s.id = $1`, [id]);
      return found;
    },

    waiting: (gatheringId) => sql.query<SignUpView>(waitingInOrder, [gatheringId]),

    async enterPlaces({ id }, expectedVersion, places, moveUp, placedOn) {
      const swap = await swapVersion(sql, { table: 'gathering', key: 'id' }, id, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query('UPDATE gathering SET places = $2, places_taken = places_taken + $3 WHERE id = $1', [id, places, moveUp.length]);
      await sql.query('UPDATE gathering_sign_up SET placed_on = $2, moved_up_on = $2 WHERE id = ANY ($1::uuid[])', [
        moveUp.map((one) => one.id),
        placedOn,
      ]);
      return swap;
    },

    async firstWaiting(gatheringId) {
      const [first] = await sql.query<SignUpView>(`${waitingInOrder} LIMIT 1`, [gatheringId]);
      return first;
    },

    placed: (gatheringId) =>
      sql.query<SignUpView>(
        `SELECT ${signUpColumns} FROM gathering_sign_up AS s
         WHERE s.gathering_id = $1 AND s.placed_on IS NOT NULL AND s.withdrawn_on IS NULL ORDER BY s.rank`,
        [gatheringId],
      ),

    async enterSignUp(id, { gatheringId, companyId, personId }, { rank, signedUpOn, placedOn }) {
      await sql.query(
        `INSERT INTO gathering_sign_up (id, gathering_id, company_id, person_id, rank, signed_up_on, placed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, gatheringId, companyId, personId, rank, signedUpOn, placedOn],
      );
      await sql.query('UPDATE gathering SET last_rank = $2, places_taken = places_taken + $3 WHERE id = $1', [
        gatheringId,
        rank,
        placedOn === null ? 0 : 1,
      ]);
    },

    async enterWithdrawal({ id, gatheringId, placedOn }, withdrawnOn, movesUp) {
      await sql.query('UPDATE gathering_sign_up SET withdrawn_on = $2 WHERE id = $1', [id, withdrawnOn]);
      if (movesUp)
        await sql.query('UPDATE gathering_sign_up SET placed_on = $2, moved_up_on = $2 WHERE id = $1', [movesUp.id, withdrawnOn]);
      else if (placedOn !== null) await sql.query('UPDATE gathering SET places_taken = places_taken - 1 WHERE id = $1', [gatheringId]);
    },

    async enterAttendance(entries, recordedOn) {
      await sql.query(
        `INSERT INTO gathering_attendance (sign_up_id, came, recorded_on)
         SELECT entry.id, entry.came, $2 FROM jsonb_to_recordset($1::jsonb) AS entry (id uuid, came boolean)`,
        [JSON.stringify(entries), recordedOn],
      );
    },
  };
}
