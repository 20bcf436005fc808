import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import type { FundingBook } from '../../use-cases/funding/funding-ports.ts';
import { fundingQueries } from './funding.queries.ts';

const claimVersions = { table: 'funding_claim', key: 'id' } as const;
/** Any number that no other lock of this database has: it stands for all documents. */
const evidenceLock = 5_201_711_001;

/** Agreements, costs and claims within one transaction. */
export function fundingBook(sql: Sql): FundingBook {
  const { agreementForUpdate, costs, claims, delivered } = fundingQueries(sql);
  return {
    agreementForUpdate,
    delivered,
    cost: async (id) => (await costs([id]))[0],
    claim: async (id) => (await claims([id]))[0],

    async enterAgreement(id, agreement, openedOn) {
      const { funder, startsOn, endsOn, rate, ceiling, currency, eligibleLines, policyTags, deliverables } = agreement;
      await sql.query(
        `INSERT INTO funding_agreement (id, funder, starts_on, ends_on, rate, ceiling, currency, eligible_lines, policy_tags, deliverables, opened_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, funder, startsOn, endsOn, rate, ceiling, currency, eligibleLines, policyTags, JSON.stringify(deliverables), openedOn],
      );
    },

    async enterCost(id, agreementId, { line, label, amount, incurredOn }, recordedOn) {
      await sql.query(
        'INSERT INTO funding_cost (id, agreement_id, line, label, amount, incurred_on, recorded_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [id, agreementId, line, label, amount, incurredOn, recordedOn],
      );
    },

    async isEvidenceUsedForUpdate({ issuer, reference, sha256 }) {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [evidenceLock]);
      const used = await sql.query(
        'SELECT 1 FROM funding_cost WHERE sha256 = $1 OR (lower(issuer) = lower($2) AND lower(reference) = lower($3)) LIMIT 1',
        [sha256, issuer, reference],
      );
      return used.length > 0;
    },

    async enterEvidence(cost, { issuer, reference, sha256, issuedOn }, attachedOn) {
      await sql.query('UPDATE funding_cost SET issuer = $2, reference = $3, sha256 = $4, issued_on = $5, attached_on = $6 WHERE id = $1', [
        ...[cost.id, issuer, reference, sha256, issuedOn, attachedOn],
      ]);
      await sql.query('UPDATE funding_agreement SET justified = justified + $2 WHERE id = $1', [cost.agreementId, cost.amount]);
    },

    async enterClaim(id, agreementId, amount, draftedOn) {
      await sql.query(`INSERT INTO funding_claim (id, agreement_id, amount, status, drafted_on) VALUES ($1, $2, $3, 'DRAFT', $4)`, [
        ...[id, agreementId, amount, draftedOn],
      ]);
    },

    async enterSubmission(claim, expectedVersion, frozen, submittedOn) {
      const swap = await swapVersion(sql, claimVersions, claim.id, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query(`UPDATE funding_claim SET status = 'SUBMITTED', submitted_on = $2, frozen = $3 WHERE id = $1`, [
        ...[claim.id, submittedOn, JSON.stringify(frozen)],
      ]);
      await sql.query('UPDATE funding_agreement SET claimed = claimed + $2 WHERE id = $1', [claim.agreementId, claim.amount]);
      return swap;
    },

    async enterSettlement(claim, expectedVersion, { outcome, granted, motive, settledOn }) {
      const swap = await swapVersion(sql, claimVersions, claim.id, expectedVersion);
      if (!swap.swapped) return swap;
      await sql.query('UPDATE funding_claim SET status = $2, granted = $3, motive = $4, settled_on = $5 WHERE id = $1', [
        ...[claim.id, outcome, granted, motive, settledOn],
      ]);
      await sql.query('UPDATE funding_agreement SET claimed = claimed - $2 WHERE id = $1', [claim.agreementId, claim.amount - granted]);
      return swap;
    },
  };
}
