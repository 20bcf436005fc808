import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AgreementView, ClaimView, CostView, DeliveredView } from '../../use-cases/funding/funding-views.ts';
import { hasStatus } from '../standing.ts';

const agreementColumns = `
  a.id, a.funder, a.starts_on::text AS "startsOn", a.ends_on::text AS "endsOn", a.rate, a.ceiling, a.currency,
  a.eligible_lines AS "eligibleLines", a.policy_tags AS "policyTags", a.deliverables, a.justified, a.claimed`;
const costColumns = `
  c.id, c.agreement_id AS "agreementId", c.line, c.label, c.amount, a.currency, c.incurred_on::text AS "incurredOn",
  c.recorded_on::text AS "recordedOn",
  CASE WHEN c.sha256 IS NOT NULL THEN
    jsonb_build_object('issuer', c.issuer, 'reference', c.reference, 'sha256', c.sha256, 'issuedOn', c.issued_on::text) END AS evidence`;
const claimColumns = `
  c.id, c.version, c.agreement_id AS "agreementId", c.amount, a.currency, c.status, c.drafted_on::text AS "draftedOn",
  c.submitted_on::text AS "submittedOn", c.settled_on::text AS "settledOn", c.granted, c.motive, c.frozen`;

const latestAgreements = new Keyset(
  'funding-agreements',
  [
    { sql: 'a.starts_on', type: 'date' },
    { sql: 'a.id', type: 'uuid' },
  ],
  'DESC',
);
const oldestCosts = new Keyset('funding-costs', [
  { sql: 'c.incurred_on', type: 'date' },
  { sql: 'c.id', type: 'uuid' },
]);
const oldestClaims = new Keyset('funding-claims', [
  { sql: 'c.drafted_on', type: 'date' },
  { sql: 'c.id', type: 'uuid' },
]);

type Placed<View> = View & Record<`cursor_${number}`, string>;
type Row<View> = {
  readonly [Key in keyof View]: View[Key] extends bigint ? string : View[Key] extends bigint | null ? string | null : View[Key];
};

/** Agreements, their costs and claims, and what was delivered for them. */
export function fundingQueries(sql: Sql) {
  return {
    latestAgreements,
    oldestCosts,
    oldestClaims,

    async agreements(ids: readonly string[]): Promise<AgreementView[]> {
      return (
        await sql.query<Row<AgreementView>>(`SELECT ${agreementColumns} FROM funding_agreement AS a WHERE a.id = ANY ($1::uuid[])`, [ids])
      ).map(asAgreement);
    },

    async agreementForUpdate(id: string): Promise<AgreementView | undefined> {
      const rows = await sql.query<Row<AgreementView>>(
        `SELECT ${agreementColumns} FROM funding_agreement AS a WHERE a.id = $1 FOR UPDATE`,
        [id],
      );
      return rows.map(asAgreement)[0];
    },

    async agreementPage(year: number | null, page: Page): Promise<Placed<AgreementView>[]> {
      const parameters = new SqlParameters();
      const inYear = year === null ? 'TRUE' : within(parameters.add(year));
      const rows = await sql.query<Placed<Row<AgreementView>>>(
        `SELECT ${agreementColumns}, ${latestAgreements.select} FROM funding_agreement AS a WHERE ${inYear} AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
      return rows.map((row) => ({ ...row, ...asAgreement(row) }));
    },

    async costs(ids: readonly string[]): Promise<CostView[]> {
      return (await sql.query<Row<CostView>>(`SELECT ${costColumns} FROM ${costsWithAgreement} WHERE c.id = ANY ($1::uuid[])`, [ids])).map(
        asCost,
      );
    },

    async costPage(agreementId: string, page: Page): Promise<Placed<CostView>[]> {
      const parameters = new SqlParameters(agreementId);
      const rows = await sql.query<Placed<Row<CostView>>>(
        `SELECT ${costColumns}, ${oldestCosts.select} FROM ${costsWithAgreement} WHERE c.agreement_id = $1 AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
      return rows.map((row) => ({ ...row, ...asCost(row) }));
    },

    async claims(ids: readonly string[]): Promise<ClaimView[]> {
      return (
        await sql.query<Row<ClaimView>>(`SELECT ${claimColumns} FROM ${claimsWithAgreement} WHERE c.id = ANY ($1::uuid[])`, [ids])
      ).map(asClaim);
    },

    async claimPage(agreementId: string, page: Page): Promise<Placed<ClaimView>[]> {
      const parameters = new SqlParameters(agreementId);
      const rows = await sql.query<Placed<Row<ClaimView>>>(
        `SELECT ${claimColumns}, ${oldestClaims.select} FROM ${claimsWithAgreement} WHERE c.agreement_id = $1 AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
      return rows.map((row) => ({ ...row, ...asClaim(row) }));
    },

    /** Members stand as on that day or on the agreement's last one; the rest is counted from its first day on. */
    delivered: (agreementIds: readonly string[], day: LocalDate): Promise<DeliveredView[]> =>
      sql.query<DeliveredView>(
        `SELECT a.id AS "agreementId", jsonb_build_object(
           'ACTIVE_MEMBERS', (SELECT count(*) FROM membership AS m WHERE ${hasStatus('ACTIVE', 'until.day')}),
           'EXCHANGES_DONE', (SELECT count(*) FROM expertise_exchange AS x WHERE x.done_on BETWEEN a.starts_on AND until.day),
           'INBOUND_JOBS', (SELECT coalesce(sum(p.jobs_created), 0) FROM inbound_project AS p JOIN inbound_step AS s ON s.project_id = p.id
             WHERE s.status = 'INSTALLED' AND s.recorded_on BETWEEN a.starts_on AND until.day)
         ) AS counts
         FROM funding_agreement AS a CROSS JOIN LATERAL (SELECT least($2::date, a.ends_on) AS day) AS until WHERE a.id = ANY ($1::uuid[])`,
        [agreementIds, day],
      ),
  };
}

const costsWithAgreement = 'funding_cost AS c JOIN funding_agreement AS a ON a.id = c.agreement_id';
const claimsWithAgreement = 'funding_claim AS c JOIN funding_agreement AS a ON a.id = c.agreement_id';

function within(year: string): string {
  return `a.starts_on <= make_date(${year}::int, 12, 31) AND a.ends_on >= make_date(${year}::int, 1, 1)`;
}

function asAgreement(row: Row<AgreementView>): AgreementView {
  return { ...row, ceiling: BigInt(row.ceiling), justified: BigInt(row.justified), claimed: BigInt(row.claimed) };
}

function asCost(row: Row<CostView>): CostView {
  return { ...row, amount: BigInt(row.amount) };
}

function asClaim(row: Row<ClaimView>): ClaimView {
  return { ...row, amount: BigInt(row.amount), granted: row.granted === null ? null : BigInt(row.granted) };
}
