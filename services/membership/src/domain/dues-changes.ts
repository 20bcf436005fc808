import { addDays, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';
import type { Money } from '@leader/subgraph-kit/values/money';
import { activate } from './admission.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { CreditGround, DuesEntry, DuesMovement, DuesOfYear, Payment, RefundGround, WaiverGround } from './dues.ts';
import type { DuesRate } from './dues-band.ts';
import { renew, uncover } from './membership-changes.ts';
import type { AcceptedChange, FileEntry, MembershipFile } from './membership-file.ts';

export const invoiceRefusals = [
  'NOTHING_TO_INVOICE',
  'LEAVING_ALREADY',
  'YEAR_TOO_FAR',
  'COVERED_ALREADY',
  'YEAR_BEFORE_UNSETTLED',
  'ALREADY_INVOICED',
  'NO_RATE',
] as const;
export type InvoiceRefusal = (typeof invoiceRefusals)[number];

export const paymentRefusals = ['AMOUNT_NOT_POSITIVE', 'PAID_IN_THE_FUTURE', 'OTHER_CURRENCY', 'MORE_THAN_OWED'] as const;
export type PaymentRefusal = (typeof paymentRefusals)[number];

export const refundRefusals = ['AMOUNT_NOT_POSITIVE', 'PAID_IN_THE_FUTURE', 'NO_SUCH_PAYMENT', 'OTHER_CURRENCY', 'MORE_THAN_PAID'] as const;
export type RefundRefusal = (typeof refundRefusals)[number];

export const creditRefusals = ['NOT_INVOICED', 'AMOUNT_NOT_POSITIVE', 'OTHER_CURRENCY', 'MORE_THAN_OWED', 'MOTIVE_MISSING'] as const;
export type CreditRefusal = (typeof creditRefusals)[number];

export const waiverRefusals = ['NOT_INVOICED', 'NOTHING_OWED', 'MOTIVE_MISSING'] as const;
export type WaiverRefusal = (typeof waiverRefusals)[number];

export type DuesDecision<Reason> = Decision<Reason, readonly DuesEntry[]>;

const daysToPay = 30;

/**
 * A member, or a company whose application was approved, is invoiced for the next year that is not settled. Payments that came
 * before are counted in the order they came, as far as each fits.
 */
export function invoice(
  dues: DuesOfYear,
  file: MembershipFile,
  rate: DuesRate | undefined,
  reference: string,
  today: LocalDate,
): DuesDecision<InvoiceRefusal> {
  const membership = file.membershipOn(today);
  if (!membership && file.openApplication?.outcome !== 'APPROVED') return refuse('NOTHING_TO_INVOICE');
  if (membership?.endedOn) return refuse('LEAVING_ALREADY');
  const next = membership ? yearOf(addDays(membership.coveredUntil, 1)) : yearOf(today);
  if (dues.year > yearOf(today) + 1) return refuse('YEAR_TOO_FAR');
  if (dues.year < next) return refuse('COVERED_ALREADY');
  if (dues.year > next) return refuse('YEAR_BEFORE_UNSETTLED');
  if (dues.invoice) return refuse('ALREADY_INVOICED');
  if (!rate) return refuse('NO_RATE');
  const issued: DuesEntry = {
    kind: 'INVOICED',
    invoice: { reference, size: rate.size, amount: rate.amount, issuedOn: today, dueOn: addDays(today, daysToPay) },
  };
  const entries: DuesEntry[] = [issued];
  for (const payment of dues.payments)
    if (fits(dues.with(entries), payment)) entries.push({ kind: 'ALLOCATED', reference: payment.reference });
  return accept(entries);
}

/** A payment settles what is owed, in part or whole. One that comes before the invoice is kept, and waits for it. */
export function pay(dues: DuesOfYear, payment: Omit<Payment, 'kind' | 'waits'>, today: LocalDate): DuesDecision<PaymentRefusal> {
  if (payment.amount.minor <= 0n) return refuse('AMOUNT_NOT_POSITIVE');
  if (payment.on > today) return refuse('PAID_IN_THE_FUTURE');
  if (dues.invoice && payment.amount.currency !== dues.invoice.amount.currency) return refuse('OTHER_CURRENCY');
  if (dues.invoice && payment.amount.minor > dues.open) return refuse('MORE_THAN_OWED');
  return moved({ kind: 'PAYMENT', ...payment, waits: dues.invoice === null });
}

export interface RefundRequest {
  readonly of: string;
  readonly reference: string;
  readonly amount: Money;
  readonly on: LocalDate;
  readonly ground: RefundGround;
  /** Of the credit note that goes with money the network owed. */
  readonly creditReference: string;
}

/** Money goes back to the company, at most what it paid. Given back, it is credited as well; returned unpaid, it is owed again. */
export function refund(dues: DuesOfYear, request: RefundRequest, today: LocalDate): DuesDecision<RefundRefusal> {
  const { creditReference, ...movement } = request;
  const payment = dues.payments.find(({ reference }) => reference === request.of);
  if (request.amount.minor <= 0n) return refuse('AMOUNT_NOT_POSITIVE');
  if (request.on > today) return refuse('PAID_IN_THE_FUTURE');
  if (!payment) return refuse('NO_SUCH_PAYMENT');
  if (request.amount.currency !== payment.amount.currency) return refuse('OTHER_CURRENCY');
  if (request.amount.minor > dues.keptOf(payment)) return refuse('MORE_THAN_PAID');
  const back = { kind: 'MOVED', movement: { kind: 'REFUND', ...movement } } as const;
  if (payment.waits || request.ground === 'RETURNED_UNPAID') return accept([back]);
  const { amount, on } = request;
  const note = { kind: 'CREDIT_NOTE', reference: creditReference, amount, on, ground: 'GIVEN_BACK', motive: null } as const;
  return accept([back, { kind: 'MOVED', movement: note }]);
}

export interface CreditRequest {
  readonly reference: string;
  readonly amount: Money;
  readonly ground: CreditGround;
  readonly motive: string;
}

/** The bureau lets go of a part of what is owed, and says why. */
export function credit(dues: DuesOfYear, request: CreditRequest, today: LocalDate): DuesDecision<CreditRefusal> {
  if (!dues.invoice) return refuse('NOT_INVOICED');
  if (request.amount.minor <= 0n) return refuse('AMOUNT_NOT_POSITIVE');
  if (request.amount.currency !== dues.invoice.amount.currency) return refuse('OTHER_CURRENCY');
  if (request.amount.minor > dues.open) return refuse('MORE_THAN_OWED');
  if (request.motive.trim() === '') return refuse('MOTIVE_MISSING');
  return moved({ kind: 'CREDIT_NOTE', ...request, on: today });
}

export interface WaiverRequest {
  readonly reference: string;
  readonly ground: WaiverGround;
  readonly motive: string;
}

/** The bureau waives all that is still owed, on a ground and with its reason. */
export function waive(dues: DuesOfYear, request: WaiverRequest, today: LocalDate): DuesDecision<WaiverRefusal> {
  if (!dues.invoice) return refuse('NOT_INVOICED');
  if (dues.open === 0n) return refuse('NOTHING_OWED');
  if (request.motive.trim() === '') return refuse('MOTIVE_MISSING');
  return moved({ kind: 'CREDIT_NOTE', ...request, amount: { minor: dues.open, currency: dues.invoice.amount.currency }, on: today });
}

/**
 * What a change of the dues does to the membership. Settled, they make an approved company a member and carry a member through the
 * year; owed again, they cover nothing from today on. Where the file allows neither, as for a suspended member, it notes them only.
 */
export function carryOver(file: MembershipFile, before: DuesOfYear, after: DuesOfYear, today: LocalDate, id: string): CarriedOver {
  const { year, settlement } = after;
  if (settlement === before.settlement) return { noted: [], change: undefined };
  const noted: FileEntry[] = [{ kind: 'DUES', year, settlement }];
  const settled = file.with(noted);
  if (settlement === null) return { noted, change: owedAgain(settled, year, today) };
  const joins = settled.openApplication !== undefined && year === yearOf(today);
  const decision = joins ? activate(settled, settlement, today, id) : renew(settled, year, settlement, today, id);
  return { noted, change: decision.accepted ? decision : undefined };
}

export interface CarriedOver {
  readonly noted: readonly FileEntry[];
  readonly change: AcceptedChange | undefined;
}

function owedAgain(file: MembershipFile, year: number, today: LocalDate): AcceptedChange | undefined {
  const entries = uncover(file, year, today);
  if (entries.length === 0) return undefined;
  const to = file.with(entries).statusOn(today);
  return { accepted: true, effectiveOn: today, from: file.statusOn(today), to, why: 'DUES_OWED_AGAIN', entries };
}

function fits(dues: DuesOfYear, payment: Payment): boolean {
  const kept = dues.keptOf(payment);
  return kept > 0n && kept <= dues.open && payment.amount.currency === dues.invoice?.amount.currency;
}

function moved<Reason>(movement: DuesMovement): DuesDecision<Reason> {
  return accept([{ kind: 'MOVED', movement }]);
}
