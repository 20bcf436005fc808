import { partsUnlessFew } from '../few.ts';

/** Exchanges that were done, and how long they took. */
export interface DoneExchanges {
  readonly exchanges: number;
  /** Different companies that took part, on either side. */
  readonly companies: number;
  readonly quarterHours: number;
}

export interface ToldExchanges {
  readonly exchanges: number | null;
  readonly hours: number | null;
}

/** What may be told of each part of a whole, which is told beside them. Many exchanges of few companies point at them as few exchanges do. */
export function toldExchanges(parts: readonly DoneExchanges[]): ToldExchanges[] {
  const told = partsUnlessFew(parts.map(({ exchanges, companies }) => Math.min(exchanges, companies)));
  return parts.map(({ exchanges, quarterHours }, index) =>
    told[index] === null ? { exchanges: null, hours: null } : { exchanges, hours: quarterHours / 4 },
  );
}
