import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { MembersAlike } from '../../domain/counts/member-breakdown.ts';

/** What the graph asks about members together. */
export interface CountsContext {
  membersAlike(asOf: LocalDate, knownAt: LocalDate): Promise<MembersAlike[]>;
}
