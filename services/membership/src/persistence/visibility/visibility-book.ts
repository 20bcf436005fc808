import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { NetworkView } from '../../use-cases/affiliation/affiliation-views.ts';
import type { VisibilityBook } from '../../use-cases/visibility/visibility-ports.ts';
import type { PromiseView } from '../../use-cases/visibility/visibility-views.ts';
import { networkColumns } from '../affiliation/affiliation.queries.ts';
import { membershipQueries } from '../membership.queries.ts';
import { promiseColumns } from './visibility.queries.ts';

/** Promises to affiliated networks within one transaction. */
export function visibilityBook(sql: Sql): VisibilityBook {
  return {
    branches: () => membershipQueries(sql).branches(),

    async networkForUpdate(id) {
      const [network] = await sql.query<NetworkView>(
        `SELECT ${networkColumns} FROM partner_network AS n WHERE n.id = $1 FOR NO KEY UPDATE`,
        [id],
      );
      return network;
    },

    async isPromised(networkId, term) {
      const open = await sql.query(
        'SELECT 1 FROM visibility_promise WHERE network_id = $1 AND term = $2 AND delivered_on IS NULL AND released_on IS NULL',
        [networkId, term],
      );
      return open.length > 0;
    },

    async enterPromise(id, networkId, { term, promisedOn, dueOn, doneWhen }) {
      await sql.query(
        'INSERT INTO visibility_promise (id, network_id, term, promised_on, due_on, done_when) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, networkId, term, promisedOn, dueOn, doneWhen],
      );
    },

    async promiseForUpdate(id) {
      const [promised] = await sql.query<PromiseView & { branchId: string }>(
        `SELECT ${promiseColumns}, n.branch_id AS "branchId" FROM visibility_promise AS p JOIN partner_network AS n ON n.id = p.network_id
         WHERE p.id = $1 FOR UPDATE OF p`,
        [id],
      );
      return promised;
    },

    async enterRelease(id, releasedOn, reason) {
      await sql.query('UPDATE visibility_promise SET released_on = $2, release_reason = $3 WHERE id = $1', [id, releasedOn, reason]);
    },

    async enterDelivery(id, { deliveredOn, evidence, counted }, recordedOn) {
      await sql.query('UPDATE visibility_promise SET delivered_on = $2, evidence = $3, counted = $4, recorded_on = $5 WHERE id = $1', [
        ...[id, deliveredOn, evidence, counted, recordedOn],
      ]);
    },
  };
}
