import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Money, moneyOf } from '@leader/subgraph-kit/values/money';
import { later } from './domain/stay.ts';
import type { Story, StoryReview } from './story.ts';

/**
 * Tells the invented story to an empty database; a database that knows any hub is left as it is.
 *
 * @returns whether it was empty
 */
export async function seedWhenEmpty(database: Database, seedDir: string, today: LocalDate): Promise<boolean> {
  const [hub] = await database.query<{ known: boolean }>('SELECT EXISTS (SELECT FROM hub) AS known');
  if (hub?.known) return false;
  const story = JSON.parse(await readFile(path.join(seedDir, 'export-advisor.json'), 'utf8')) as Story;
  await inTransaction(database, ({ sql }) => tell(story, sql, today));
  return true;
}

async function tell(story: Story, sql: Sql, today: LocalDate): Promise<void> {
  const insert = (table: string, rows: readonly object[]) => insertRows(sql, table, rows);
  await insert(
    'hub',
    story.hubs.map(({ branch, plannedOn, openedOn, ...hub }) => ({
      ...hub,
      branch_id: idFromName('branch', branch),
      planned_on: plannedOn,
      opened_on: openedOn,
    })),
  );
  await insert(
    'regional_house',
    story.houses.map(({ key, services, ...house }) => ({ ...house, ...inColumns(services), id: idFromName('house', key) })),
  );
  await insert('destination_card', story.cards.map(cardRow));
  await insert('trade_agreement', story.agreements.map(agreementRow));
  await insert(
    'position',
    story.positions.map((position) => positionRow(position, today)),
  );
  await insert('position_sector', story.positions.flatMap(sectorRows));
  await insert('premises', story.premises.map(premisesRow));
  await insert(
    'booking',
    story.premises.flatMap((premises) => bookingRows(premises, today)),
  );
  await insert('review', story.reviews.map(reviewRow));
  await insert(
    'pitfall',
    story.reviews.flatMap((review) => pitfallRows(review, story.euroRates)),
  );
}

/** One statement for each table, whatever the number of rows. All rows of a table name the same columns. */
async function insertRows(sql: Sql, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await sql.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`, [
    JSON.stringify(rows),
  ]);
}

function inColumns(services: Story['houses'][number]['services']) {
  return { services_fr: services.fr, services_en: services.en };
}

function cardRow({ country, timeZone, flightMinutes, notes, source, asOf }: Story['cards'][number]) {
  return {
    country,
    time_zone: timeZone,
    flight_minutes: flightMinutes,
    notes_fr: notes.fr,
    notes_en: notes.en,
    source_fr: source.fr,
    source_en: source.en,
    as_of: asOf,
  };
}

function agreementRow({ key, hub, name, reachable, validFrom, source, checkedOn }: Story['agreements'][number]) {
  return {
    ...{ id: idFromName('agreement', key), hub_country: hub, name_fr: name.fr, name_en: name.en },
    ...{ reachable_countries: reachable, valid_from: validFrom, source_fr: source.fr, source_en: source.en, checked_on: checkedOn ?? null },
  };
}

type StoryPosition = Story['positions'][number];

function positionId({ company, host, city, kind }: StoryPosition): string {
  return idFromName('position', `${company}/${host}/${city}/${kind}`);
}

function positionRow(position: StoryPosition, today: LocalDate) {
  const { company, home, host, city, department, kind, since, openToCalls, confirmedMonthsAgo } = position;
  return {
    ...{ id: positionId(position), company_id: idFromName('company', company), home_country: home, host_country: host },
    ...{ city, department: department ?? null, kind, since, open_to_calls: openToCalls },
    last_confirmed_on: later<string>(addMonths(today, -confirmedMonthsAgo), since),
  };
}

function sectorRows(position: StoryPosition) {
  return Object.entries(position.sectors).map(([nomenclature, code]) => ({ position_id: positionId(position), nomenclature, code }));
}

type StoryPremises = Story['premises'][number];

function premisesRow({
  key,
  country,
  town,
  kind,
  operator,
  operatorName,
  company,
  capacity,
  price,
  per,
  maxTermMonths,
  renewals,
  services,
}: StoryPremises) {
  const { minor, currency } = readMoney(price);
  return {
    ...{ id: idFromName('premises', key), country, town, kind, operator, operator_name: operatorName },
    ...{ operator_company_id: company ? idFromName('company', company) : null, capacity },
    ...{ price_minor: String(minor), price_currency: currency, price_unit: per, max_term_months: maxTermMonths, renewals },
    ...inColumns(services),
  };
}

function bookingRows({ key, bookings }: StoryPremises, today: LocalDate) {
  return bookings.map(([from, to, desks], index) => ({
    ...{ id: idFromName('booking', `${key}/${index}`), premises_id: idFromName('premises', key) },
    ...{ from_on: addDays(today, from), to_on: addDays(today, to), desks },
  }));
}

function reviewId({ author, target, from }: StoryReview): string {
  return idFromName('review', `${author}/${target.kind}/${target.key}/${from}`);
}

function reviewRow(review: StoryReview) {
  const { author, country, target, stars, wouldDoAgain, from, to, verified, publishedOn, language, text } = review;
  return {
    ...{ id: reviewId(review), author_company_id: idFromName('company', author), country, target: target.kind },
    ...{ target_key: target.kind === 'PREMISES' ? idFromName('premises', target.key) : target.key, target_name: target.name ?? null },
    ...{ reliability: stars.reliability ?? null, delay: stars.delay ?? null, cost_against_plan: stars.costAgainstPlan ?? null },
    ...{
      would_do_again: wouldDoAgain ?? null,
      experience_from: from,
      experience_to: to,
      verified,
      published_on: publishedOn ?? null,
      language,
      text,
    },
  };
}

function pitfallRows(review: StoryReview, euroRates: Story['euroRates']) {
  return review.pitfalls.map(({ title, what, cost, delayDays, howToAvoid }, index) => {
    const money = cost ? readMoney(cost) : undefined;
    const weight = money ? Math.round(Number(money.minor) * (euroRates[money.currency] ?? 1)) : 0;
    return {
      ...{ id: idFromName('pitfall', `${reviewId(review)}/${index}`), review_id: reviewId(review), title, what },
      ...{ cost_minor: money ? String(money.minor) : null, cost_currency: money?.currency ?? null, weight },
      ...{ delay_days: delayDays ?? null, how_to_avoid: howToAvoid },
    };
  });
}

/** Reads an amount as the story writes it, `38000 EUR`. */
function readMoney(text: string): Money {
  const [amount = '', currency = ''] = text.split(' ');
  return moneyOf(amount, currency);
}
