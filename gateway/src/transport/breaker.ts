export interface BreakerSettings {
  /** How many of the latest fetches are looked at; fewer decide nothing. */
  readonly window: number;
  /** Share of them that fails, 0 to 1, from which on nothing more is sent. */
  readonly failureRatio: number;
  /** How long nothing is sent, in milliseconds. */
  readonly rest: number;
}

type Outcome = 'good' | 'bad' | 'unknown';

/**
 * Spares a subgraph that fails again and again, and those who would wait for it. After a rest one fetch goes out to see;
 * the others wait for what becomes of it, so that nobody is refused by a subgraph that is back.
 */
export class Breaker {
  /** Whether each of the latest fetches failed, and how many did. */
  private outcomes: boolean[] = [];
  private failures = 0;
  private restsUntil: number | undefined;
  private probe: Promise<boolean> | undefined;

  /** @param onChange is told when it opens and when it closes */
  constructor(
    private readonly settings: BreakerSettings,
    private readonly onChange: (state: 'open' | 'closed') => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether fetches are refused, but for the one that goes to see. */
  get isOpen(): boolean {
    return this.restsUntil !== undefined;
  }

  /**
   * Runs a fetch if one may go out.
   *
   * @param judge says of an error whether the subgraph is to blame
   * @param refuse makes the error for a fetch that may not go out
   */
  run<Result>(fetch: () => Promise<Result>, judge: (error: unknown) => boolean, refuse: () => Error): Promise<Result> {
    if (this.restsUntil !== undefined) return this.runWhileOpen(this.restsUntil, fetch, judge, refuse);
    return this.attempt(fetch, judge, (outcome) => this.note(outcome));
  }

  private async runWhileOpen<Result>(
    restsUntil: number,
    fetch: () => Promise<Result>,
    judge: (error: unknown) => boolean,
    refuse: () => Error,
  ): Promise<Result> {
    if (this.probe) {
      if (await this.probe) return this.run(fetch, judge, refuse);
      throw refuse();
    }
    if (this.now() < restsUntil) throw refuse();
    let tell: (isBack: boolean) => void = () => {};
    this.probe = new Promise((resolve) => {
      tell = resolve;
    });
    return this.attempt(fetch, judge, (outcome) => {
      this.probe = undefined;
      if (outcome === 'good') this.close();
      else if (outcome === 'bad') this.open();
      tell(outcome !== 'bad');
    });
  }

  private async attempt<Result>(
    fetch: () => Promise<Result>,
    judge: (error: unknown) => boolean,
    note: (outcome: Outcome) => void,
  ): Promise<Result> {
    try {
      const result = await fetch();
      note('good');
      return result;
    } catch (error) {
      note(judge(error) ? 'bad' : 'unknown');
      throw error;
    }
  }

  private note(outcome: Outcome): void {
    if (outcome === 'unknown' || this.restsUntil !== undefined) return;
    const { window, failureRatio } = this.settings;
    this.outcomes.push(outcome === 'bad');
    if (outcome === 'bad') this.failures += 1;
    if (this.outcomes.length > window && this.outcomes.shift()) this.failures -= 1;
    if (this.outcomes.length === window && this.failures / window >= failureRatio) this.open();
  }

  private open(): void {
    const wasClosed = this.restsUntil === undefined;
    this.restsUntil = this.now() + this.settings.rest;
    this.forget();
    if (wasClosed) this.onChange('open');
  }

  private close(): void {
    this.restsUntil = undefined;
    this.forget();
    this.onChange('closed');
  }

  private forget(): void {
    this.outcomes = [];
    this.failures = 0;
  }
}
