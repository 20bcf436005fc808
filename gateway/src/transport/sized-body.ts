import { FetchFailed } from './fetch-failed.ts';
import type { Body } from './response-reader.ts';

/** A body whose length was told beforehand. */
export class SizedBody implements Body {
  surplus = 0;
  private whole: Buffer | undefined;
  private came = 0;

  /** @throws FetchFailed when it will be larger than it may */
  constructor(
    private readonly length: number,
    largest: number,
  ) {
    if (length > largest) throw new FetchFailed('too large', 'the answer is larger than one may be');
  }

  add(bytes: Buffer): Buffer | undefined {
    const missing = this.length - this.came;
    this.surplus = Math.max(0, bytes.length - missing);
    // Most come in one piece.
    if (this.came === 0 && bytes.length >= missing) return bytes.subarray(0, missing);
    this.whole ??= Buffer.allocUnsafe(this.length);
    this.came += bytes.copy(this.whole, this.came);
    return this.came === this.length ? this.whole : undefined;
  }
}
