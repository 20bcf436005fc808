import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { figuresKnownOn } from '../../domain/annual-figures.ts';
import { sizeCategoryOf, sizeInEuros } from '../../domain/size-category.ts';
import type { ExpertiseBook, FiledParty } from '../../use-cases/expertise/expertise-ports.ts';
import type { ExchangeView, ListingView, ThemeView } from '../../use-cases/expertise/expertise-views.ts';
import { figuresQueries } from '../figures.queries.ts';
import { membershipFiles } from '../membership-files.ts';
import { exchangeColumns, expertiseQueries, listingColumns, themeColumns } from './expertise.queries.ts';

/** Listings and exchanges within one transaction. */
export function expertiseBook(sql: Sql): ExpertiseBook {
  const files = membershipFiles(sql);
  const { groupOf } = expertiseQueries(sql);
  return {
    async partiesForUpdate(companyIds) {
      const parties = new Map<string, FiledParty>();
      for (const id of [...new Set(companyIds)].sort()) {
        const filed = await files.fileForUpdate(id);
        if (filed) parties.set(id, { ...filed, groupId: await groupOf(filed.companyId) });
      }
      return parties;
    },

    async theme(code) {
      const [theme] = await sql.query<ThemeView>(`SELECT ${themeColumns} FROM expertise_theme WHERE code = $1`, [code]);
      return theme;
    },

    async sizeOf(companyId: string, day: LocalDate) {
      const reports = await figuresQueries(sql).figures([companyId]);
      const { category } = sizeCategoryOf(sizeInEuros(figuresKnownOn(reports, day)[0]));
      return category === 'UNKNOWN' ? undefined : category;
    },

    listingsOf: (companyId) =>
      sql.query<ListingView>(`SELECT ${listingColumns} FROM expertise_listing AS l WHERE l.company_id = $1`, [companyId]),

    async listingForUpdate(id) {
      const [listing] = await sql.query<ListingView>(`SELECT ${listingColumns} FROM expertise_listing AS l WHERE l.id = $1 FOR UPDATE`, [
        id,
      ]);
      return listing;
    },

    async enterListing(id, { companyId, kind, theme, title, details, publishedOn, openUntil, shownSize }) {
      await sql.query(
        `INSERT INTO expertise_listing (id, company_id, kind, theme, title, details, published_on, open_until, shown_size)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, companyId, kind, theme, title, details, publishedOn, openUntil, shownSize],
      );
    },

    async closeListing(id, closedOn) {
      await sql.query('UPDATE expertise_listing SET closed_on = $2 WHERE id = $1', [id, closedOn]);
    },

    async answerDaysOn(day) {
      const [rule] = await sql.query<{ days: number }>(
        'SELECT days FROM exchange_answer_time WHERE valid_from <= $1::date ORDER BY valid_from DESC LIMIT 1',
        [day],
      );
      return rule?.days ?? 0;
    },

    exchangesOn: (listingId) =>
      sql.query<ExchangeView>(`SELECT ${exchangeColumns} FROM expertise_exchange AS e WHERE e.listing_id = $1`, [listingId]),

    async exchangeForUpdate(id) {
      const [exchange] = await sql.query<ExchangeView>(
        `SELECT ${exchangeColumns} FROM expertise_exchange AS e WHERE e.id = $1 FOR UPDATE`,
        [id],
      );
      return exchange;
    },

    async enterExchange(id, listing, { expertId, seekerId, proposedBy, proposedOn, answerBy }, message) {
      await sql.query(
        `INSERT INTO expertise_exchange (id, listing_id, theme, expert_id, seeker_id, proposed_by, message, proposed_on, answer_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, listing.id, listing.theme, expertId, seekerId, proposedBy, message, proposedOn, answerBy],
      );
    },

    async changeExchange(id, { acceptedOn, declinedOn, cancelledOn, doneOn, quarterHours, outcome, ratedOn, satisfaction }) {
      await sql.query(
        `UPDATE expertise_exchange SET
           accepted_on = coalesce($2, accepted_on), declined_on = coalesce($3, declined_on), cancelled_on = coalesce($4, cancelled_on),
           done_on = coalesce($5, done_on), quarter_hours = coalesce($6, quarter_hours), outcome = coalesce($7, outcome),
           rated_on = coalesce($8, rated_on), satisfaction = coalesce($9, satisfaction)
         WHERE id = $1`,
        [id, acceptedOn, declinedOn, cancelledOn, doneOn, quarterHours, outcome, ratedOn, satisfaction],
      );
    },
  };
}
