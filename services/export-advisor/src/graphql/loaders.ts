import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { Booking } from '../domain/availability.ts';
import type { MemberStanding } from '../domain/member-standing.ts';
import { noReviews, type ReviewTally } from '../domain/score.ts';
import type { Stay } from '../domain/stay.ts';
import type { ByParent, PositionOwner, Reads, ReviewOwner } from '../use-cases/ports.ts';
import type { HubView, PitfallView, Placed, PositionView, PremisesView, ReviewView } from '../use-cases/views.ts';
import { byKey, byList, byPage, grouped } from './batching.ts';

export type Loaders = ReturnType<typeof loadersFor>;

/** The loaders of one request: everything in it sees the same day, and no row is read twice. */
export function loadersFor(reads: Reads, today: LocalDate) {
  const { destinations, positions, reviews, premises, standings } = reads;
  return {
    countryByCode: byKey((codes) => destinations.countries(codes), undefined),
    hubs: once<readonly HubView[]>(() => destinations.hubs()),
    houseByCountry: byKey((countries) => destinations.houses(countries), undefined),
    agreementsByHubCountry: byKey((countries) => destinations.agreements(countries, today), []),
    countsByCountry: byKey((countries) => destinations.counts(countries, today), undefined),

    positionById: byKey((ids) => positions.byIds(ids, today), undefined),
    positionsByOwner: byPage<PositionOwner, Placed<PositionView>>((owner, keys, page) => positions.pages(owner, keys, page, today)),
    positionCountByOwner: byList<PositionOwner, number>((owner, keys) => positions.counts(owner, keys, today), 0),

    reviewById: byKey((ids) => reviews.byIds(ids, today), undefined),
    reviewsByOwner: byPage<ReviewOwner, Placed<ReviewView>>((owner, keys, page) => reviews.pages(owner, keys, page, today)),
    reviewCountByOwner: byList<ReviewOwner, number>((owner, keys) => reviews.counts(owner, keys, today), 0),
    pitfallsByCountry: byPage<'', Placed<PitfallView>>((_, countries, page) => reviews.pitfallPages(countries, page, today)),
    pitfallCountByCountry: byKey((countries) => reviews.pitfallCounts(countries, today), 0),
    pitfallsByReview: byKey<readonly PitfallView[]>((ids) => reviews.pitfallsOf(ids), []),
    talliesByCountry: once<ByParent<ReviewTally>>(() => reviews.talliesByCountry(today)),
    tallyByPremises: byKey((ids) => reviews.talliesByPremises(ids, today), noReviews),

    standingByCompany: byKey<MemberStanding | undefined>((ids) => standings.on(today, ids), undefined),
    standingsAsOf: once(() => standings.asOf()),

    premisesById: byKey((ids) => premises.byIds(ids), undefined),
    premisesByCountry: byPage<'', Placed<PremisesView>>((_, countries, page) => premises.pages(countries, page)),
    premisesCountByCountry: byKey((countries) => premises.counts(countries), 0),
    bookingsByPremises: bookingsLoader((ids, stay) => premises.bookings(ids, stay)),
  };
}

/** What depends on the day only is read at most once. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

interface StayAt {
  readonly parent: string;
  readonly stay: Stay;
}

function bookingsLoader(read: (ids: readonly string[], stay: Stay) => Promise<ByParent<readonly Booking[]>>) {
  const days = ({ stay }: StayAt) => `${stay.from} ${stay.to}`;
  return new DataLoader<StayAt, readonly Booking[], string>((keys) => grouped(keys, days, (one, ids) => read(ids, one.stay), []), {
    cacheKeyFn: (key) => `${days(key)} ${key.parent}`,
  });
}
