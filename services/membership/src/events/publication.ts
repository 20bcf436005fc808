import type { NewEvent } from '@leader/subgraph-kit/events/events';
import { appendEvents, holdAggregates, lastTold, type Publication } from '@leader/subgraph-kit/events/outbox';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { firstDifference, newsOf } from '../domain/membership-news.ts';
import { type StandingSpan, standingSpans } from '../domain/standing-spans.ts';
import { companiesAfter, companiesByRecord, standingOnRecord } from '../persistence/published.queries.ts';
import { publishedEvents } from './published-events.ts';

/**
 * What others are told after a write, of every company that its history names, by each id that others may know it by. Nobody who writes has to think of it: where the
 * company stands now is compared with what was last told.
 */
export function membershipPublication(today: () => LocalDate): Publication {
  return {
    catalogue: publishedEvents,
    eventsOf: (sql, changes) =>
      newsAbout(
        sql,
        changes.filter(({ kind }) => kind === 'company').map(({ id }) => id),
        (told, now) => newsOf(told, now, today()),
      ),
  };
}

/**
 * Tells where all companies stand of which others were not told, or were told otherwise: after the story was told to an empty
 * database, for whoever was there before anybody listened, and when a rule changed.
 *
 * @returns how many events that took
 */
export async function stateAll(database: Database): Promise<number> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let stated = 0; ; ) {
    const ids = await companiesAfter(database, last, 500);
    if (ids.length === 0) return stated;
    stated += await inTransaction(database, async ({ sql }) => {
      const events = await newsAbout(sql, ids, () => 'MembershipStated');
      await appendEvents(sql, publishedEvents, events);
      return events.length;
    });
    last = ids.at(-1) as Uuid;
  }
}

type Naming = (told: readonly StandingSpan[], now: readonly StandingSpan[]) => string;

async function newsAbout(sql: Sql, ids: readonly Uuid[], name: Naming): Promise<NewEvent[]> {
  if (ids.length === 0) return [];
  const companies = await companiesByRecord(sql, ids);
  await holdAggregates(sql, 'company', [...companies.keys()]);
  return standingNews(sql, companies, name);
}

async function standingNews(sql: Sql, companies: ReadonlyMap<Uuid, Uuid>, name: Naming): Promise<NewEvent[]> {
  const told = await lastTold<{ readonly spans: readonly StandingSpan[] }>(sql, 'membership', [...companies.keys()]);
  const { periods, graceRules } = await standingOnRecord(sql, companies);
  return [...periods].flatMap(([id, ofCompany]) => {
    const before = told.get(id)?.spans ?? [];
    const spans = standingSpans(ofCompany, graceRules);
    const effectiveOn = firstDifference(before, spans);
    if (effectiveOn === undefined) return [];
    return [{ type: name(before, spans), aggregate: { kind: 'membership', id }, body: { effectiveOn, spans } }];
  });
}
