import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { TableRows } from './seed-story.ts';

export interface SeededGathering {
  readonly key: string;
  readonly kind: string;
  readonly branch: string;
  readonly country: string;
  readonly title: string;
  /** Negative for the past. */
  readonly beginsInDays: number;
  readonly days: number;
  readonly theme: string;
  readonly policyTag?: string;
  readonly audience: string;
  readonly places: number;
  /** Days before its first one; left out while companies cannot sign up yet. */
  readonly signUp?: { readonly fromDaysBefore: number; readonly untilDaysBefore: number };
  /** Companies that send their leader, in the order in which they signed up; those beyond the places wait. */
  readonly comers: readonly string[];
  /** Of those that held a place. */
  readonly stayedAway?: readonly string[];
  readonly cancelled?: { readonly daysAgo: number; readonly reason: string };
}

/** Where the network goes and meets, as rows. */
export function tellGatherings(story: readonly SeededGathering[], today: LocalDate, isTold: (key: string) => boolean): TableRows[] {
  const gatherings = story.map((one) => ({ ...one, comers: one.comers.filter(isTold) }));
  return [
    { table: 'gathering', rows: gatherings.map((one) => gatheringRow(one, today)) },
    { table: 'gathering_sign_up', rows: gatherings.flatMap((one) => signUpRows(one, today)) },
    { table: 'gathering_attendance', rows: gatherings.flatMap((one) => attendanceRows(one, today)) },
  ];
}

function gatheringRow(gathering: SeededGathering, today: LocalDate) {
  const { key, kind, country, title, theme, audience, places, signUp, comers, cancelled } = gathering;
  const begins = addDays(today, gathering.beginsInDays);
  return {
    id: idFromName('gathering', key),
    version: 1 + (signUp ? 1 : 0) + (cancelled ? 1 : 0),
    kind,
    branch_id: idFromName('branch', gathering.branch),
    country,
    title,
    begins_on: begins,
    ends_on: addDays(begins, gathering.days - 1),
    theme,
    policy_tag: gathering.policyTag ?? null,
    audience,
    places,
    places_taken: Math.min(places, comers.length),
    last_rank: comers.length,
    planned_on: addDays(begins, -200),
    opened_on: signUp ? addDays(begins, -signUp.fromDaysBefore) : null,
    sign_up_until: signUp ? addDays(begins, -signUp.untilDaysBefore) : null,
    cancelled_on: cancelled ? addDays(today, -cancelled.daysAgo) : null,
    cancel_reason: cancelled?.reason ?? null,
  };
}

function signUpRows({ key, comers, places, beginsInDays, signUp }: SeededGathering, today: LocalDate) {
  const signedUp = addDays(today, beginsInDays - (signUp?.fromDaysBefore ?? 0));
  return comers.map((company, index) => ({
    id: idFromName('signup', `${key}/${company}`),
    gathering_id: idFromName('gathering', key),
    company_id: idFromName('company', company),
    person_id: idFromName('person', `${company}/leader`),
    rank: index + 1,
    signed_up_on: signedUp,
    placed_on: index < places ? signedUp : null,
    withdrawn_on: null,
  }));
}

function attendanceRows({ key, comers, places, beginsInDays, stayedAway = [], cancelled }: SeededGathering, today: LocalDate) {
  if (cancelled || beginsInDays >= 0) return [];
  return comers.slice(0, places).map((company) => ({
    sign_up_id: idFromName('signup', `${key}/${company}`),
    came: !stayedAway.includes(company),
    recorded_on: addDays(today, beginsInDays),
  }));
}
