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
   * What there is to pay for in the end. Fields of the root, and the schema about itself, are paid as they were asked for.
   *
   * @param objects of the answer
   */
  amounts(objects: number, { amounts }: Pick<RequestSize, 'amounts'>): Amounts {
    return { ...amounts, objects, fetches: this.fetches, entities: this.entities };
  }
}
