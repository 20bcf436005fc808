import type { Pending } from './inquiry.ts';

/** Those who have come to a meeting in one run of the plan. */
export class Arrivals {
  /** Settles when what they came with has been answered. */
  readonly sent: Promise<unknown>;
  private readonly pending: Pending[] = [];
  private readonly timer: NodeJS.Timeout;
  private hasEnded = false;
  private resolve!: (sent: Promise<unknown> | undefined) => void;

  /**
   * @param missing how many have not come yet
   * @param patience how long the first one waits, in milliseconds
   * @param send asks what they came with
   */
  constructor(
    private missing: number,
    patience: number,
    private readonly send: (pending: readonly Pending[]) => Promise<unknown> | undefined,
  ) {
    this.sent = new Promise((resolve) => {
      this.resolve = resolve;
    });
    this.timer = setTimeout(() => this.end(), patience);
  }

  /** Whoever still comes goes on alone. */
  get isOver(): boolean {
    return this.hasEnded;
  }

  /** One more has come. The last one ends it. */
  come(pending: readonly Pending[]): void {
    this.pending.push(...pending);
    this.missing -= 1;
    if (this.missing === 0) this.end();
  }

  private end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.timer);
    this.resolve(this.send(this.pending));
  }
}
