import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Money } from '@leader/subgraph-kit/values/money';
import type { Settlement } from './membership-file.ts';
import type { SizeCategory } from './size-category.ts';

/** Why the bureau lets go of a part of what is owed. */
export const creditGrounds = ['SIZE_WAS_WRONG', 'LEFT_DURING_THE_YEAR', 'GOODWILL'] as const;
export type CreditGround = (typeof creditGrounds)[number];

/** On what ground the bureau may waive all of it. */
export const waiverGrounds = ['HARDSHIP', 'FIRST_YEAR', 'PARTNER_NETWORK', 'SERVICE_TO_THE_NETWORK'] as const;
export type WaiverGround = (typeof waiverGrounds)[number];

/** GIVEN_BACK: the network owed it. RETURNED_UNPAID: the bank took the payment back, and the dues are owed again. */
export const refundGrounds = ['GIVEN_BACK', 'RETURNED_UNPAID'] as const;
export type RefundGround = (typeof refundGrounds)[number];

export interface DuesInvoice {
  readonly reference: string;
  readonly size: SizeCategory;
  readonly amount: Money;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
}

interface Movement {
  /** Payments and refunds have the bank's reference, credit notes one of ours. */
  readonly reference: string;
  readonly amount: Money;
  readonly on: LocalDate;
}

export interface Payment extends Movement {
  readonly kind: 'PAYMENT';
  /** It came before the invoice, or does not fit it, and settles nothing yet. */
  readonly waits: boolean;
}

export interface Refund extends Movement {
  readonly kind: 'REFUND';
  readonly ground: RefundGround;
  /** Reference of the payment that goes back. */
  readonly of: string;
}

export interface CreditNote extends Movement {
  readonly kind: 'CREDIT_NOTE';
  readonly ground: CreditGround | WaiverGround | 'GIVEN_BACK';
  readonly motive: string | null;
}

export type DuesMovement = Payment | Refund | CreditNote;

/** What a change writes into the account of a year. What stands in it is never taken out. */
export type DuesEntry =
  | { readonly kind: 'INVOICED'; readonly invoice: DuesInvoice }
  | { readonly kind: 'ALLOCATED'; readonly reference: string }
  | { readonly kind: 'MOVED'; readonly movement: DuesMovement };

const isWaiver = (movement: DuesMovement) =>
  movement.kind === 'CREDIT_NOTE' && (waiverGrounds as readonly string[]).includes(movement.ground);

/** The dues of one company for one year: what was invoiced, credited, paid and paid back, in minor units of the invoice's currency. */
export class DuesOfYear {
  constructor(
    readonly year: number,
    readonly invoice: DuesInvoice | null,
    readonly movements: readonly DuesMovement[],
  ) {}

  /** All that came in for the invoice and stayed. */
  get kept(): bigint {
    return this.payments.filter(({ waits }) => !waits).reduce((sum, payment) => sum + this.keptOf(payment), 0n);
  }

  get credited(): bigint {
    return total(this.movements.filter(({ kind }) => kind === 'CREDIT_NOTE'));
  }

  /** What is still to be paid; nothing without an invoice. */
  get open(): bigint {
    return this.invoice ? this.invoice.amount.minor - this.credited - this.kept : 0n;
  }

  /** PAID once nothing is open any more, WAIVED when the bureau let go of it. Null while something is owed, or nothing ever was. */
  get settlement(): Settlement | null {
    if (!this.invoice || this.open > 0n) return null;
    if (this.movements.some(isWaiver)) return 'WAIVED';
    return this.kept > 0n ? 'PAID' : null;
  }

  get payments(): readonly Payment[] {
    return this.movements.filter((movement) => movement.kind === 'PAYMENT');
  }

  /** What of a payment has not gone back. */
  keptOf(payment: Payment): bigint {
    return (
      payment.amount.minor - total(this.movements.filter((movement) => movement.kind === 'REFUND' && movement.of === payment.reference))
    );
  }

  /** The account with something more written into it. */
  with(entries: readonly DuesEntry[]): DuesOfYear {
    return entries.reduce<DuesOfYear>(written, this);
  }
}

function written({ year, invoice, movements }: DuesOfYear, entry: DuesEntry): DuesOfYear {
  switch (entry.kind) {
    case 'INVOICED':
      return new DuesOfYear(year, entry.invoice, movements);
    case 'ALLOCATED':
      return new DuesOfYear(
        year,
        invoice,
        movements.map((movement) => allocated(movement, entry.reference)),
      );
    case 'MOVED':
      return new DuesOfYear(year, invoice, [...movements, entry.movement]);
  }
}

function allocated(movement: DuesMovement, reference: string): DuesMovement {
  return movement.kind === 'PAYMENT' && movement.reference === reference ? { ...movement, waits: false } : movement;
}

function total(movements: readonly DuesMovement[]): bigint {
  return movements.reduce((sum, { amount }) => sum + amount.minor, 0n);
}
