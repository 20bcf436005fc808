import type { Bucket, Taking } from './bucket.ts';

export interface BucketSettings {
  readonly size: number;
  /** Points per second. */
  readonly restoreRate: number;
}

/** What one client has left. Less than nothing when more was spent than there was. */
interface Account {
  left: number;
  /** From then on it is as if nothing had been taken. Milliseconds of this process: the clock of the machine may be set back, and nobody may wait for that. */
  readonly fullAt: number;
}

/** Everybody who comes while too many are told apart shares this account. */
const everybodyElse = 'everybody else';

/** A bucket of each client, full again, all at once, `size / restoreRate` seconds after the first point was taken from it. */
export class MemoryBucket implements Bucket {
  readonly size: number;
  readonly restoreRate: number;
  /** In the order in which they are full again, since all take the same time. */
  private readonly accounts = new Map<string, Account>();
  private readonly lifetime: number;

  /** @param mostClients that are told apart at one time: a flood from ever new addresses empties one bucket, and does not fill the memory */
  constructor(
    { size, restoreRate }: BucketSettings,
    private readonly mostClients: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.size = size;
    this.restoreRate = restoreRate;
    this.lifetime = (size / restoreRate) * 1_000;
  }

  take(client: string, points: number): Taking {
    const account = this.accountOf(client);
    const isTaken = points <= account.left;
    if (isTaken) account.left -= points;
    return this.taking(isTaken, account);
  }

  spend(client: string, points: number): Taking {
    const account = this.accountOf(client);
    account.left -= points;
    return this.taking(true, account);
  }

  giveBack(client: string, points: number, { isTaken, fullAt }: Taking): Taking {
    const account = this.accountOf(client);
    // One that was filled anew has these points already.
    if (account.fullAt === fullAt) account.left = Math.min(this.size, account.left + points);
    return this.taking(isTaken, account);
  }

  private taking(isTaken: boolean, { left, fullAt }: Account): Taking {
    return { isTaken, left: Math.max(0, left), fullAt };
  }

  private accountOf(client: string): Account {
    const now = this.now();
    for (const [name, { fullAt }] of this.accounts) {
      if (fullAt > now) break;
      this.accounts.delete(name);
    }
    const known = this.accounts.get(client);
    if (known) return known;
    const name = this.accounts.size < this.mostClients ? client : everybodyElse;
    const shared = this.accounts.get(name);
    if (shared) return shared;
    const account: Account = { left: this.size, fullAt: now + this.lifetime };
    this.accounts.set(name, account);
    return account;
  }
}
