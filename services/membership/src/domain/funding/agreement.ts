import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

export const costLines = ['STAFF', 'TRAVEL', 'EVENTS', 'EXPERTISE', 'COMMUNICATION', 'PREMISES'] as const;
export type CostLine = (typeof costLines)[number];

/** What of the funder's policy an agreement serves. */
export const policyTags = ['INDUSTRY', 'INNOVATION', 'INTERNATIONAL', 'TERRITORIES', 'EMPLOYMENT', 'TRANSITION'] as const;
export type PolicyTag = (typeof policyTags)[number];

/** What can be promised: only what the network's own data count. */
export const deliverableKinds = ['ACTIVE_MEMBERS', 'EXCHANGES_DONE', 'INBOUND_JOBS'] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];

export interface Promised {
  readonly kind: DeliverableKind;
  readonly promised: number;
}

/** What a funder pays a part of: of which costs, from when to when, and up to how much. Amounts in minor units of one currency. */
export interface AgreementTerms {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** In hundredths of a percent: 5000 is a half. */
  readonly rate: number;
  readonly ceiling: bigint;
  readonly currency: string;
  readonly eligibleLines: readonly CostLine[];
}

/** An agreement with what was justified and claimed under it so far. */
export interface Agreement extends AgreementTerms {
  readonly justified: bigint;
  /** Of claims that were submitted or paid; of a reduced one what was paid. */
  readonly claimed: bigint;
}

export const agreementRefusals = [
  'FUNDER_MISSING',
  'PERIOD_IMPOSSIBLE',
  'RATE_IMPOSSIBLE',
  'CEILING_IMPOSSIBLE',
  'LINES_MISSING',
  'DELIVERABLE_TWICE',
  'PROMISE_IMPOSSIBLE',
] as const;
export type AgreementRefusal = (typeof agreementRefusals)[number];

const whole = 10_000;
const longestYears = 10;

/** A funder and the network agree on what is paid for, and on what is promised for it. */
export function openAgreement(
  terms: AgreementTerms & { readonly funder: string; readonly deliverables: readonly Promised[] },
): Decision<AgreementRefusal, AgreementTerms> {
  if (terms.funder.trim() === '') return refuse('FUNDER_MISSING');
  if (terms.endsOn < terms.startsOn || yearOf(terms.endsOn) - yearOf(terms.startsOn) >= longestYears) return refuse('PERIOD_IMPOSSIBLE');
  if (terms.rate <= 0 || terms.rate > whole) return refuse('RATE_IMPOSSIBLE');
  if (terms.ceiling <= 0n) return refuse('CEILING_IMPOSSIBLE');
  if (terms.eligibleLines.length === 0) return refuse('LINES_MISSING');
  if (new Set(terms.deliverables.map(({ kind }) => kind)).size < terms.deliverables.length) return refuse('DELIVERABLE_TWICE');
  if (terms.deliverables.some(({ promised }) => promised <= 0)) return refuse('PROMISE_IMPOSSIBLE');
  return accept(terms);
}

/** What may be claimed in all (M6): the rate of what is justified, rounded down to the minor unit, and never more than the ceiling. */
export function mostClaimable({ ceiling, rate, justified }: Pick<Agreement, 'ceiling' | 'rate' | 'justified'>): bigint {
  const share = (justified * BigInt(rate)) / BigInt(whole);
  return share < ceiling ? share : ceiling;
}

/** The part of what is justified that the funder was asked for, or null while nothing is. */
export function coFinancingRate({ claimed, justified }: Pick<Agreement, 'claimed' | 'justified'>): number | null {
  return justified === 0n ? null : Number((claimed * BigInt(whole)) / justified) / whole;
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
