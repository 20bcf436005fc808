import type { Subscription } from '@leader/subgraph-kit/events/inbox';
import { spansHeard } from '@leader/subgraph-kit/events/spans-heard';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { z } from 'zod';
import { standingTable } from '../persistence/member-standing.queries.ts';

const day = z.iso.date().transform((text) => text as LocalDate);

/** What is read of membership's events. Each of them tells where a company stands on every day. */
export const subscriptions: readonly Subscription[] = spansHeard({
  sender: 'membership',
  version: 1,
  types: [
    'MembershipActivated',
    'MembershipEnded',
    'MembershipSuspended',
    'MembershipReinstated',
    'MembershipTransferred',
    'MembershipRenewed',
    'MembershipStated',
  ],
  table: standingTable,
  span: z
    .object({ from: day, until: day.nullable(), status: z.string(), branchId: z.uuid().nullable() })
    .transform(({ from, until, status, branchId }) => ({ fromOn: from, untilOn: until, state: status, place: branchId })),
});
