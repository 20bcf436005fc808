/** Everybody who comes while too many are known shares this name. */
const everybodyElse = 'everybody else';

/** Keeps the number of buckets bounded: a flood from ever new addresses fills one bucket, not the memory. */
export class KnownClients {
  /** Until when each is known, in that order. */
  private readonly until = new Map<string, number>();

  /** @param lifetime of a bucket, in milliseconds */
  constructor(
    private readonly most: number,
    private readonly lifetime: number,
  ) {}

  /** The name under which a client's points are kept. */
  keyOf(client: string): string {
    const now = Date.now();
    for (const [name, until] of this.until) {
      if (until > now) break;
      this.until.delete(name);
    }
    if (this.until.has(client)) return client;
    if (this.until.size >= this.most) return everybodyElse;
    this.until.set(client, now + this.lifetime);
    return client;
  }
}
