import type { Catalogue } from '@leader/subgraph-kit/events/events';
import { z } from 'zod';
import { membershipNews } from '../domain/membership-news.ts';
import { membershipStatuses } from '../domain/membership-record.ts';

const day = z.iso.date();

/** Where a company stands on every day, whole: the latest event of a company tells all. */
const standing = z
  .strictObject({
    effectiveOn: day.describe('The first day on which the company stands otherwise than was told before.'),
    spans: z
      .array(
        z.strictObject({
          from: day,
          until: day.nullable().describe('The last day of the span; null while no end is known.'),
          status: z.enum(membershipStatuses),
          branchId: z.uuid().nullable().describe('The home branch; null after the company left.'),
        }),
      )
      .describe('Days on end without a gap, the first one first. Before them the company was no member.'),
  })
  .describe('Aggregate `membership`, by the id of the company.');

/** The events of this service by type. Another shape is another version: what was published stays readable as it was. */
export const publishedEvents = {
  ...(Object.fromEntries(membershipNews.map((type) => [type, { version: 1, body: standing }])) as Record<
    (typeof membershipNews)[number],
    { version: number; body: typeof standing }
  >),
} satisfies Catalogue;
