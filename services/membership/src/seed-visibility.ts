import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { TableRows } from './seed-story.ts';

export interface SeededPromise {
  /** The name of the partner network. */
  readonly network: string;
  readonly term: string;
  readonly promisedDaysAgo: number;
  /** Negative when its day has passed. */
  readonly dueInDays: number;
  readonly doneWhen: string;
  readonly delivered?: { readonly daysAgo: number; readonly evidence: string; readonly counted?: number };
}

/** What affiliated networks were promised, as rows. */
export function tellPromises(promises: readonly SeededPromise[], today: LocalDate): TableRows[] {
  return [{ table: 'visibility_promise', rows: promises.map((one) => promiseRow(one, today)) }];
}

function promiseRow({ network, term, promisedDaysAgo, dueInDays, doneWhen, delivered }: SeededPromise, today: LocalDate) {
  const deliveredOn = delivered ? addDays(today, -delivered.daysAgo) : null;
  return {
    id: idFromName('promise', `${network}/${term}/${promisedDaysAgo}`),
    network_id: idFromName('network', network),
    term,
    promised_on: addDays(today, -promisedDaysAgo),
    due_on: addDays(today, dueInDays),
    done_when: doneWhen,
    delivered_on: deliveredOn,
    evidence: delivered?.evidence ?? null,
    counted: delivered?.counted ?? null,
    recorded_on: deliveredOn,
  };
}
