import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Bucket, Taking } from './bucket.ts';
import { KnownClients } from './known-clients.ts';

export interface BucketSettings {
  readonly size: number;
  /** Points per second. */
  readonly restoreRate: number;
}

/** Milliseconds. Points given back at the moment when the bucket is filled anew would make it overflow. */
const margin = 5;

/** A bucket of each client, full again, all at once, `size / restoreRate` seconds after the first point was taken from it. */
export class MemoryBucket implements Bucket {
  readonly size: number;
  readonly restoreRate: number;
  private readonly limiter: RateLimiterMemory;
  private readonly clients: KnownClients;

  /** @param mostClients that are told apart at one time */
  constructor({ size, restoreRate }: BucketSettings, mostClients: number) {
    this.size = size;
    this.restoreRate = restoreRate;
    const seconds = size / restoreRate;
    this.limiter = new RateLimiterMemory({ points: size, duration: seconds });
    this.clients = new KnownClients(mostClients, seconds * 1_000);
  }

  async take(client: string, points: number): Promise<Taking> {
    const key = this.clients.keyOf(client);
    try {
      return taking(true, await this.limiter.consume(key, points));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      // The library counts refused points as well; a client must not wait for what it did not get.
      return this.restore(key, points, taking(false, refusal));
    }
  }

  async spend(client: string, points: number): Promise<Taking> {
    return taking(true, await this.limiter.penalty(this.clients.keyOf(client), points));
  }

  giveBack(client: string, points: number, before: Taking): Promise<Taking> {
    return this.restore(this.clients.keyOf(client), points, before);
  }

  private async restore(key: string, points: number, { isTaken, fullAt }: Taking): Promise<Taking> {
    if (Date.now() + margin < fullAt) return taking(isTaken, await this.limiter.reward(key, points));
    const now = await this.limiter.get(key);
    // A bucket that is full again is forgotten only when its timer comes around.
    return now && now.msBeforeNext > 0 ? taking(isTaken, now) : { isTaken, left: this.size, fullAt };
  }
}

function taking(isTaken: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Taking {
  return { isTaken, left: remainingPoints, fullAt: Date.now() + Math.max(0, msBeforeNext) };
}
