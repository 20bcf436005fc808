import type { ObservedFetch } from '../execution/execution.ts';
import { isRecord } from '../transport/answer.ts';
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

  /** What there is to pay for in the end. Fields of the root, and the schema about itself, are paid as they were asked for. */
  amounts(answer: unknown, { amounts, selfDescriptions }: Pick<RequestSize, 'amounts' | 'selfDescriptions'>): Amounts {
    let objects = 0;
    if (isRecord(answer)) for (const [name, value] of Object.entries(answer)) if (!selfDescriptions.has(name)) objects += objectsIn(value);
    return { ...amounts, objects, fetches: this.fetches, entities: this.entities };
  }
}

function objectsIn(value: unknown): number {
  let objects = 0;
  if (Array.isArray(value)) for (const item of value) objects += objectsIn(item);
  else if (isRecord(value)) {
    objects = 1;
    for (const key in value) objects += objectsIn(value[key]);
  }
  return objects;
}
