import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { ExchangeStatus } from '../../domain/expertise/exchange.ts';
import { closenesses, neighboursOf, regionOf } from '../../domain/expertise/matching.ts';
import type {
  ExchangeFilter,
  ExchangeView,
  ListingFilter,
  ListingView,
  MatchQuestion,
  MatchView,
  ThemeView,
} from '../../use-cases/expertise/expertise-views.ts';
import { hasStatus, isCurrent } from '../standing.ts';

export const listingColumns = `
  l.id, l.company_id AS "companyId", l.kind, l.theme, l.title, l.details, l.published_on::text AS "publishedOn",
  l.open_until::text AS "openUntil", l.closed_on::text AS "closedOn", l.shown_size AS "shownSize"`;

export const exchangeColumns = `
  e.id, e.listing_id AS "listingId", e.theme, e.expert_id AS "expertId", e.seeker_id AS "seekerId", e.proposed_by AS "proposedBy", e.message,
  e.proposed_on::text AS "proposedOn", e.answer_by::text AS "answerBy", e.accepted_on::text AS "acceptedOn",
  e.declined_on::text AS "declinedOn", e.cancelled_on::text AS "cancelledOn", e.done_on::text AS "doneOn",
  e.quarter_hours AS "quarterHours", e.outcome, e.rated_on::text AS "ratedOn", e.satisfaction::int AS satisfaction`;

export const themeColumns = `
  code, objective, name_fr AS "nameFr", name_en AS "nameEn", valid_from::text AS "validFrom", valid_to::text AS "validTo"`;

const latestListings = new Keyset(
  'listings',
  [
    { sql: 'l.published_on', type: 'date' },
    { sql: 'l.id', type: 'uuid' },
  ],
  'DESC',
);

const bestMatches = new Keyset('listing-matches', [
  { sql: 'm.rank', type: 'bigint' },
  { sql: 'm.age', type: 'bigint' },
  { sql: 'm.id', type: 'uuid' },
]);

const latestExchanges = new Keyset(
  'exchanges',
  [
    { sql: 'e.proposed_on', type: 'date' },
    { sql: 'e.id', type: 'uuid' },
  ],
  'DESC',
);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** What members offer, need and exchange. */
export function expertiseQueries(sql: Sql) {
  return {
    themes: () => sql.query<ThemeView>(`SELECT ${themeColumns} FROM expertise_theme ORDER BY objective, code`),

    listings: (ids: readonly string[]) =>
      sql.query<ListingView>(`SELECT ${listingColumns} FROM expertise_listing AS l WHERE l.id = ANY ($1::uuid[])`, [ids]),

    exchanges: (ids: readonly string[]) =>
      sql.query<ExchangeView>(`SELECT ${exchangeColumns} FROM expertise_exchange AS e WHERE e.id = ANY ($1::uuid[])`, [ids]),

    groupOf: async (companyId: string): Promise<string | null> => {
      const [row] = await sql.query<{ groupId: string | null }>('SELECT group_id AS "groupId" FROM company WHERE id = $1', [companyId]);
      return row?.groupId ?? null;
    },

    latestListings,

    /** Listings that are open that day, of companies that are active members that day. */
    listingPage(filter: ListingFilter, page: Page): Promise<Placed<ListingView>[]> {
      const parameters = new SqlParameters(filter.day);
      const conditions = [isOpen('$1::date'), isOfActiveMember('$1::date')];
      if (filter.kind) conditions.push(`l.kind = ${parameters.add(filter.kind)}`);
      if (filter.theme) conditions.push(`l.theme = ${parameters.add(filter.theme)}`);
      if (filter.objective)
        conditions.push(`l.theme IN (SELECT t.code FROM expertise_theme AS t WHERE t.objective = ${parameters.add(filter.objective)})`);
      if (filter.companyId) conditions.push(`l.company_id = ${parameters.add(filter.companyId)}`);
      if (filter.branchId) conditions.push(`${homeBranch('l.company_id', '$1::date')} = ${parameters.add(filter.branchId)}`);
      conditions.push(page.where(parameters));
      return sql.query<Placed<ListingView>>(
        `SELECT ${listingColumns}, ${latestListings.select} FROM expertise_listing AS l
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    bestMatches,

    /** Listings of other members on a theme or its objective, by `rankOf`: a test asks both about every listing. */
    matchPage(asked: MatchQuestion, page: Page): Promise<Placed<MatchView>[]> {
      const parameters = new SqlParameters(asked.day);
      const theme = parameters.add(asked.theme.code);
      const objective = parameters.add(asked.theme.objective);
      const conditions = [
        isOpen('$1::date'),
        isOfActiveMember('$1::date'),
        `l.kind = ${parameters.add(asked.kind)}`,
        `l.theme IN (SELECT t.code FROM expertise_theme AS t WHERE t.objective = ${objective})`,
        `l.company_id <> ${parameters.add(asked.companyId)}`,
        `c.group_id IS DISTINCT FROM coalesce(${parameters.add(asked.groupId)}::uuid, '00000000-0000-0000-0000-000000000000')`,
      ];
      const size = `CASE WHEN l.shown_size = ${parameters.add(asked.size)}::text THEN 0 ELSE 1 END`;
      const rank = `CASE WHEN l.theme = ${theme} THEN 0 ELSE 100 END + ${closeness(asked, parameters)} * 10 + ${size}`;
      return sql.query<Placed<MatchView>>(
        `SELECT m.*, ${bestMatches.select} FROM (
           SELECT ${listingColumns}, ${rank} AS rank, ($1::date - l.published_on) AS age
           FROM expertise_listing AS l JOIN company AS c ON c.id = l.company_id WHERE ${conditions.join(' AND ')}
         ) AS m WHERE ${page.where(parameters)} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    latestExchanges,

    exchangePage(filter: ExchangeFilter, page: Page): Promise<Placed<ExchangeView>[]> {
      const parameters = new SqlParameters(filter.day);
      const conditions = ['e.proposed_on <= $1::date'];
      if (filter.companyId) {
        const company = parameters.add(filter.companyId);
        conditions.push(`(e.expert_id = ${company} OR e.seeker_id = ${company})`);
      }
      if (filter.status) conditions.push(`${statusOnDay} = ${parameters.add(filter.status)}`);
      conditions.push(page.where(parameters));
      return sql.query<Placed<ExchangeView>>(
        `SELECT ${exchangeColumns}, ${latestExchanges.select} FROM expertise_exchange AS e
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },
  };
}

const has = (column: string, status: ExchangeStatus) => `WHEN e.${column} <= $1::date THEN '${status}'`;

/** The same as `statusOn`, for lists: a test asks both about every exchange on many days. */
const statusOnDay = `(CASE ${has('cancelled_on', 'CANCELLED')} ${has('declined_on', 'DECLINED')} ${has('rated_on', 'RATED')}
  ${has('done_on', 'DONE')} ${has('accepted_on', 'ACCEPTED')} WHEN e.answer_by < $1::date THEN 'EXPIRED' ELSE 'PROPOSED' END)`;

function isOpen(day: string): string {
  return `l.published_on <= ${day} AND l.open_until >= ${day} AND l.closed_on IS NULL`;
}

function isOfActiveMember(day: string): string {
  return `EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = l.company_id AND ${hasStatus('ACTIVE', day)})`;
}

function homeBranch(company: string, day: string): string {
  return `(SELECT m.branch_id FROM membership AS m WHERE m.company_id = ${company} AND ${isCurrent(day)})`;
}

/** The place of a company's closeness in the list of the domain. */
function closeness(asked: MatchQuestion, parameters: SqlParameters): string {
  const department = `c.department = ${parameters.add(asked.department)}::text`;
  const sameTown = `c.town = ${parameters.add(asked.town)}::text AND c.department IS NOT DISTINCT FROM ${parameters.add(asked.department)}::text`;
  const conditions = [
    sameTown,
    department,
    `${homeBranch('c.id', '$1::date')} = ${parameters.add(asked.branchId)}::uuid`,
    `c.department = ANY (${parameters.add(neighboursOf(asked.department))}::text[])`,
    `c.department = ANY (${parameters.add(regionOf(asked.department))}::text[])`,
  ];
  return `(CASE ${conditions.map((condition, index) => `WHEN ${condition} THEN ${index}`).join(' ')} ELSE ${closenesses.length - 1} END)`;
}
