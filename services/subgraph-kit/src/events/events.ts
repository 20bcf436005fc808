import type { z } from 'zod';
import type { Uuid } from '../values/ids.ts';

/** Something that happened, before it is written down. */
export interface NewEvent {
  /** In the past tense, e.g. `ShelfOpened`. */
  readonly type: string;
  /** What it happened to. Events of one aggregate are heard in the order in which they happened. */
  readonly aggregate: Aggregate;
  readonly body: unknown;
}

export interface Aggregate {
  readonly kind: string;
  readonly id: Uuid;
}

/** What a sender publishes: for each type the version of its body, and what a body of that version looks like. */
export type Catalogue = Readonly<Record<string, { readonly version: number; readonly body: z.ZodType }>>;

/** An event as it travels. */
export interface SentEvent extends NewEvent {
  readonly id: Uuid;
  readonly version: number;
  /** Counts up at the sender. Of two events of one aggregate the later one has the higher number. */
  readonly sequence: number;
  /** The instant at which it was written down, ISO 8601: since when it is known. */
  readonly occurredAt: string;
}

/**
 * What a receiver did with an event. KNOWN: it had it already. IGNORED: nobody here listens to this type. WAITING: an earlier
 * one of the same aggregate was refused.
 */
export type Outcome = 'APPLIED' | 'KNOWN' | 'IGNORED' | 'REFUSED' | 'WAITING';

export interface Receipt {
  readonly id: Uuid;
  readonly outcome: Outcome;
  /** Why it was refused; for operators, so without anything that stood in the event. */
  readonly why?: string | undefined;
}

export function aggregateKey({ kind, id }: Aggregate): string {
  return `${kind}/${id}`;
}
