import { z } from 'zod';

/** Where a receiver hears of events, beside its graph. */
export const eventPath = '/events';

const uuid = z.uuid();
const name = z.string().regex(/^[a-z][a-z-]{0,59}$/);

const sentEvent = z.object({
  id: uuid,
  type: z.string().regex(/^[A-Z][A-Za-z]{0,99}$/),
  version: z.number().int().positive(),
  aggregate: z.object({ kind: z.string().min(1).max(60), id: uuid }),
  sequence: z.number().int().positive(),
  occurredAt: z.iso.datetime({ precision: 6 }),
  body: z.unknown(),
});

/** One delivery: events in the order in which they happened, and until when that is everything. */
export const delivery = z.strictObject({
  sender: name,
  events: z.array(sentEvent).max(1000),
  completeAsOf: z.iso.datetime({ precision: 6 }).nullable(),
});
export type Delivery = z.output<typeof delivery>;

/** What came of each event. */
export const receipts = z.object({
  receipts: z.array(
    z.object({
      id: uuid,
      outcome: z.enum(['APPLIED', 'KNOWN', 'IGNORED', 'REFUSED', 'WAITING']),
      why: z.string().max(300).optional(),
    }),
  ),
});
