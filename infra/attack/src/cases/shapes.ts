import type { Arena, DoorName } from '../arena/arena.ts';
import type { Principal } from '../arena/principals.ts';
import type { Message, Seen } from '../wire/exchange.ts';
import type { Pieces } from '../wire/raw-exchange.ts';
import type { Reading } from '../witness/witness.ts';

/** One bad input with a name. What is not said is as a well-behaved client would have it. */
export interface AttackCase {
  /** As in the catalogue of README.md, e.g. A1.3; what has been given once keeps its number. */
  readonly id: string;
  readonly title: string;
  readonly expects: Expectation;
  /** A POST to /graphql, unless `message` or `pieces` say otherwise. */
  readonly body: () => string | Uint8Array;
  readonly message?: Partial<Message>;
  /** Bytes for a bare connection. */
  readonly pieces?: (host: string, token: string | undefined) => Pieces;
  /** The Authorization header in place of the principal's own. */
  readonly authorization?: (arena: Arena, token: string) => Promise<string> | string;
  /** How it stands before a subgraph: see wire/entries.ts. */
  readonly entry?: string;
  /** Whoever goes on speaking when all is said, or asks for a tunnel, may be cut off. */
  readonly mayBeCut?: boolean;
  /** Sent one way only, which this number chooses. */
  readonly way?: number;
  /** Where it makes sense; everywhere unless said. */
  readonly at?: 'gateway' | 'subgraphs';
}

/** What must come of a case besides the invariants. Answers what is wrong, if anything. */
export interface Expectation {
  readonly name: string;
  /** Whether the gateway must have asked nobody for it. */
  readonly isRefusal: boolean;
  judge(observation: Observation): string | undefined;
}

/** One case as it was sent: on whose behalf, where, and with what to get in. */
export interface Sending {
  readonly case: AttackCase;
  readonly principal: Principal;
  readonly door: DoorName;
  /** `own` as the principal's token or the gateway's identity says; otherwise the name of a bad one. */
  readonly entry: string;
  readonly lane: 'application/json' | 'application/graphql-response+json';
}

/** An answer that can be read as GraphQL. */
export interface GraphQLAnswer {
  readonly data: unknown;
  readonly codes: readonly string[];
}

export interface Observation {
  readonly sending: Sending;
  readonly seen: Seen;
  readonly answer: GraphQLAnswer | undefined;
  readonly reading: Reading;
}
