/** How a question to a subgraph ended; `left alone` was not sent at all. */
export type FetchOutcome = 'answered' | 'unavailable' | 'deadline' | 'abandoned' | 'too large' | 'left alone';

/** Whoever counts what goes out. */
export interface TransportObserver {
  fetched(subgraph: string, outcome: FetchOutcome, milliseconds: number): void;
  retried(subgraph: string): void;
}

export const nobody: TransportObserver = { fetched: () => undefined, retried: () => undefined };
