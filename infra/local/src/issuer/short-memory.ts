interface Entry {
  readonly payload: Record<string, unknown>;
  readonly expiresAt: number;
}

const sweepEvery = 1_000;

/** Where the issuer keeps sessions, codes and grants: in memory, until they expire. A restart only means choosing a persona again. */
export function createShortMemory() {
  const entries = new Map<string, Entry>();
  let writes = 0;

  function sweep(): void {
    writes += 1;
    if (writes % sweepEvery !== 0) return;
    for (const [key, { expiresAt }] of entries) if (expiresAt < Date.now()) entries.delete(key);
  }

  /** The shape oidc-provider asks for: one adapter per kind of thing. */
  return class ShortMemory {
    constructor(private readonly kind: string) {}

    async upsert(id: string, payload: Record<string, unknown>, lifetime: number): Promise<void> {
      sweep();
      entries.set(this.key(id), { payload, expiresAt: lifetime ? Date.now() + lifetime * 1000 : Number.POSITIVE_INFINITY });
    }

    async find(id: string): Promise<Record<string, unknown> | undefined> {
      const entry = entries.get(this.key(id));
      return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
    }

    async findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
      return this.findBy('uid', uid);
    }

    async findByUserCode(code: string): Promise<Record<string, unknown> | undefined> {
      return this.findBy('userCode', code);
    }

    async consume(id: string): Promise<void> {
      const payload = await this.find(id);
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
    }

    async destroy(id: string): Promise<void> {
      entries.delete(this.key(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      // Of its own kind only: an interaction may name the grant too, and goes on without it.
      const own = `${this.kind}/`;
      for (const [key, { payload }] of entries) if (key.startsWith(own) && payload['grantId'] === grantId) entries.delete(key);
    }

    private findBy(field: string, value: string): Record<string, unknown> | undefined {
      for (const [key, { payload, expiresAt }] of entries) {
        if (key.startsWith(`${this.kind}/`) && payload[field] === value && expiresAt > Date.now()) return payload;
      }
      return undefined;
    }

    private key(id: string): string {
      return `${this.kind}/${id}`;
    }
  };
}
