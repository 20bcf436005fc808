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

const company = z
  .strictObject({
    country: z.string().length(2).describe('ISO code of its register.'),
    departments: z.array(z.string()).describe('Departments of its sites in France, the seat first.'),
    activities: z.array(z.strictObject({ nomenclature: z.string(), code: z.string() })),
  })
  .describe('Aggregate `company`, by its id. No name, no person, no figure.');

/** The events of this service by type. Another shape is another version: what was published stays readable as it was. */
export const publishedEvents = {
  CompanyListed: { version: 1, body: company },
  CompanyChanged: { version: 1, body: company },
  ...(Object.fromEntries(membershipNews.map((type) => [type, { version: 1, body: standing }])) as Record<
    (typeof membershipNews)[number],
    { version: number; body: typeof standing }
  >),
} satisfies Catalogue;
