import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type SeededGathering, tellGatherings } from './seed-gatherings.ts';
import { type SeededProject, tellInbound } from './seed-inbound.ts';
import type { TableRows } from './seed-story.ts';
import { type SeededPromise, tellPromises } from './seed-visibility.ts';

/** The file `membership-encounters.json` of the seed: what members, branches and visitors have to do with each other. */
export interface SeededEncounters {
  readonly groups: readonly { readonly name: string; readonly companies: readonly string[] }[];
  readonly listings: readonly SeededListing[];
  readonly exchanges: readonly SeededExchange[];
  readonly pastExchanges: readonly SeededPastExchange[];
  readonly inboundProjects: readonly SeededProject[];
  readonly gatherings: readonly SeededGathering[];
  readonly visibilityPromises: readonly SeededPromise[];
}

interface SeededListing {
  readonly key: string;
  readonly company: string;
  readonly kind: string;
  readonly theme: string;
  readonly title: string;
  readonly details?: string;
  readonly publishedDaysAgo: number;
  readonly openForDays: number;
  readonly showSize?: boolean;
}

interface SeededExchange {
  readonly listing: string;
  readonly proposer: string;
  readonly message?: string;
  readonly proposedDaysAgo: number;
  /** What happened, by how many days ago. */
  readonly then?: {
    readonly accepted?: number;
    readonly declined?: number;
    readonly cancelled?: number;
    readonly done?: number;
    readonly hours?: number;
    readonly outcome?: string;
  };
}

interface SeededPastExchange {
  readonly on: LocalDate;
  readonly theme: string;
  readonly expert: string;
  readonly seeker: string;
  readonly title: string;
  readonly hours: number;
  readonly outcome: string;
  readonly satisfaction?: number;
}

/** How long a proposal of the story waits. The rule itself is data of the service. */
const answerDays = 30;

/**
 * The encounters as rows, in the order they can be inserted.
 *
 * @param isTold whether the company of a key is part of the story by today
 */
export function tellEncounters(story: SeededEncounters, today: LocalDate, isTold: (key: string) => boolean): TableRows[] {
  const listings = story.listings.filter(({ company }) => isTold(company));
  const past = story.pastExchanges.filter(({ on, expert, seeker }) => on <= today && isTold(expert) && isTold(seeker));
  return [
    { table: 'expertise_listing', rows: [...listings.map((listing) => listingRow(listing, today)), ...past.map(pastListingRow)] },
    {
      table: 'expertise_exchange',
      rows: [...story.exchanges.flatMap((exchange) => exchangeRows(exchange, listings, today, isTold)), ...past.map(pastExchangeRow)],
    },
    ...tellInbound(story.inboundProjects, today),
    ...tellGatherings(story.gatherings, today, isTold),
    ...tellPromises(story.visibilityPromises, today),
  ];
}

/** Which companies are a single undertaking: companies are told first, so this changes them. */
export function groupOf(story: SeededEncounters, key: string): string | null {
  const group = story.groups.find(({ companies }) => companies.includes(key));
  return group ? idFromName('group', group.name) : null;
}

function listingRow(listing: SeededListing, today: LocalDate) {
  const published = addDays(today, -listing.publishedDaysAgo);
  return {
    id: idFromName('listing', listing.key),
    company_id: idFromName('company', listing.company),
    kind: listing.kind,
    theme: listing.theme,
    title: listing.title,
    details: listing.details ?? null,
    published_on: published,
    open_until: addDays(published, listing.openForDays),
    closed_on: null,
    // Most members are small or medium; the story's showing ones all are.
    shown_size: listing.showSize ? 'PME' : null,
  };
}

function exchangeRows(
  { listing: key, proposer, message, proposedDaysAgo, then = {} }: SeededExchange,
  listings: readonly SeededListing[],
  today: LocalDate,
  isTold: (key: string) => boolean,
) {
  const listing = listings.find((one) => one.key === key);
  if (!listing || !isTold(proposer)) return [];
  const ago = (days: number | undefined) => (days === undefined ? null : addDays(today, -days));
  const [publisher_id, proposer_id] = [idFromName('company', listing.company), idFromName('company', proposer)];
  const proposed = addDays(today, -proposedDaysAgo);
  return [
    {
      id: idFromName('exchange', `${key}/${proposer}`),
      listing_id: idFromName('listing', key),
      theme: listing.theme,
      expert_id: listing.kind === 'OFFER' ? publisher_id : proposer_id,
      seeker_id: listing.kind === 'OFFER' ? proposer_id : publisher_id,
      proposed_by: proposer_id,
      message: message ?? null,
      proposed_on: proposed,
      answer_by: addDays(proposed, answerDays),
      accepted_on: ago(then.accepted),
      declined_on: ago(then.declined),
      cancelled_on: ago(then.cancelled),
      done_on: ago(then.done),
      quarter_hours: then.hours === undefined ? null : then.hours * 4,
      outcome: then.outcome ?? null,
      rated_on: null,
      satisfaction: null,
    },
  ];
}

function pastListingRow(past: SeededPastExchange) {
  return {
    id: pastId('listing', past),
    company_id: idFromName('company', past.expert),
    kind: 'OFFER',
    theme: past.theme,
    title: past.title,
    details: null,
    published_on: addDays(past.on, -30),
    open_until: past.on,
    closed_on: past.on,
    shown_size: null,
  };
}

function pastExchangeRow(past: SeededPastExchange) {
  return {
    id: pastId('exchange', past),
    listing_id: pastId('listing', past),
    theme: past.theme,
    expert_id: idFromName('company', past.expert),
    seeker_id: idFromName('company', past.seeker),
    proposed_by: idFromName('company', past.seeker),
    message: null,
    proposed_on: addDays(past.on, -20),
    answer_by: addDays(past.on, -20 + answerDays),
    accepted_on: addDays(past.on, -14),
    declined_on: null,
    cancelled_on: null,
    done_on: past.on,
    quarter_hours: past.hours * 4,
    outcome: past.outcome,
    rated_on: past.satisfaction === undefined ? null : past.on,
    satisfaction: past.satisfaction ?? null,
  };
}

function pastId(kind: string, { on, expert, seeker }: SeededPastExchange): string {
  return idFromName(kind, `${on}/${expert}/${seeker}`);
}
