import { hash } from 'node:crypto';
import type { Caller } from './caller.ts';

interface Known {
  readonly caller: Caller;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Who showed which token a moment ago. Checking a signature costs as much as a small request, and an app shows the same token
 * again and again. A key that the issuer takes back counts when the moment is over.
 */
export class KnownTokens {
  private readonly known = new Map<string, Known>();

  /**
   * @param moment how long a token is known, in milliseconds
   * @param most tokens known at one time; the oldest goes first
   */
  constructor(
    private readonly moment = 30_000,
    private readonly most = 10_000,
    private readonly now: () => number = Date.now,
  ) {}

  callerOf(token: string): Caller | undefined {
    const key = keyOf(token);
    const found = this.known.get(key);
    if (!found) return undefined;
    if (found.until > this.now()) return found.caller;
    this.known.delete(key);
    return undefined;
  }

  /** @param goodUntil when the token itself is over, milliseconds since 1970 */
  remember(token: string, caller: Caller, goodUntil: number): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= this.most && oldest !== undefined) this.known.delete(oldest);
    this.known.set(keyOf(token), { caller, until: Math.min(goodUntil, this.now() + this.moment) });
  }
}

/** A token is a secret, and memory may be looked into. */
function keyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
