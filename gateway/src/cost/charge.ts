import type { Caller } from '../identity/caller.ts';
import type { Bucket, Taking } from './bucket.ts';
import { pointsOfARequest } from './formula.ts';
import { type CostRefusal, tooDear, tooSoon } from './refusal.ts';

/** What a client reads in `extensions.cost`, in points; `restoreRate` is per second. */
export interface CostReport {
  readonly requested: number;
  readonly actual: number;
  readonly available: number;
  readonly restoreRate: number;
}

/** What became of a request that wanted points. */
export interface CostEvent extends CostReport {
  /** Of the request, in the log. */
  readonly reference: string;
  readonly caller: Caller;
  /** `over`: it would have been refused, had the mode not been to measure. */
  readonly outcome: 'paid' | 'over' | 'too dear' | 'too soon';
}

export interface ChargeRules {
  readonly isEnforced: boolean;
  /** Most that one request may cost. */
  readonly largestRequest: number;
  /** Of the request, in the log. */
  readonly reference: string;
  readonly observe: (event: CostEvent) => void;
}

/** What one request takes out of its client's bucket. */
export class Charge {
  private requested = pointsOfARequest;
  private taken = 0;
  private isOver = false;
  private last: Taking;

  constructor(
    private readonly caller: Caller,
    private readonly client: string,
    private readonly bucket: Bucket,
    private readonly rules: ChargeRules,
  ) {
    this.last = { isTaken: true, left: bucket.size, fullAt: 0 };
  }

  get report(): CostReport {
    return { requested: this.requested, actual: this.taken, available: this.last.left, restoreRate: this.bucket.restoreRate };
  }

  /** Takes what any request costs, before anything is done for it. Refuses when the bucket is empty. */
  enter(): Promise<CostRefusal | undefined> {
    return this.takeMore(pointsOfARequest);
  }

  /** Refuses a cost that no request may have, however full the bucket. */
  refusalOf(requested: number): CostRefusal | undefined {
    const most = Math.min(this.rules.largestRequest, this.bucket.size);
    if (requested <= most) return undefined;
    this.requested = requested;
    this.isOver = true;
    return this.rules.isEnforced ? this.refused('too dear', tooDear(requested, most)) : undefined;
  }

  /** Takes the cost of the request as it was asked for, what it paid when it entered included. Refuses when too little is left. */
  async take(requested: number): Promise<CostRefusal | undefined> {
    this.requested = requested;
    return this.refusalOf(requested) ?? (await this.takeMore(requested - this.taken));
  }

  /** Gives back what was taken and not used. What was used beyond it is taken as well. */
  async settle(actual: number): Promise<void> {
    const difference = this.taken - actual;
    if (difference > 0) this.last = await this.bucket.giveBack(this.client, difference, this.last);
    if (difference < 0 && !this.isOver) this.last = await this.bucket.spend(this.client, -difference);
    this.taken = actual;
    this.tell(this.isOver ? 'over' : 'paid');
  }

  private async takeMore(points: number): Promise<CostRefusal | undefined> {
    this.last = await this.bucket.take(this.client, points);
    if (this.last.isTaken) this.taken += points;
    else {
      this.isOver = true;
      const seconds = Math.max(1, Math.ceil((this.last.fullAt - performance.now()) / 1_000));
      if (this.rules.isEnforced) return this.refused('too soon', tooSoon(this.requested, this.last.left, seconds));
    }
    return undefined;
  }

  private refused(outcome: CostEvent['outcome'], refusal: CostRefusal): CostRefusal {
    this.tell(outcome);
    return refusal;
  }

  private tell(outcome: CostEvent['outcome']): void {
    const { requested, actual, available, restoreRate } = this.report;
    const { reference, observe } = this.rules;
    observe({ requested, actual, available, restoreRate, reference, caller: this.caller, outcome });
  }
}
