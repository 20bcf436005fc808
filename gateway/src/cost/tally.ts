import type { ObservedFetch } from '../execution/execution.ts';
import type { Amounts } from './formula.ts';
import type { RequestSize } from './request-size.ts';

/** Counts what a request really took, while it is carried out. */
export class Tally {
  private fetches = 0;
  private entities = 0;

  count({ representations }: ObservedFetch): void {
    this.fetches += 1;
    this.entities += representations;
  }

  /**
   * What there is to pay for in the end.
   *
   * @param objects of the answer
   */
  amounts(objects: number, size: Pick<RequestSize, 'amountsOf'>): Amounts {
    return size.amountsOf(objects, this.fetches, this.entities);
  }
}
