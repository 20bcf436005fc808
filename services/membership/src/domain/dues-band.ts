import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Money } from '@leader/subgraph-kit/values/money';
import type { SizeCategory, SizeVerdict } from './size-category.ts';

/** What a company of one size owes for a year, in minor units of a branch's currency, from a day on. */
export interface DuesBand {
  readonly size: SizeCategory;
  readonly currency: string;
  readonly validFrom: LocalDate;
  readonly amount: bigint;
}

export interface DuesRate {
  readonly size: SizeCategory;
  readonly amount: Money;
}

/** What a company owes by the band in force on a day. A doubt about its size is in its favour: the smallest class that remains counts. */
export function duesRateOf(bands: readonly DuesBand[], size: SizeVerdict, currency: string, day: LocalDate): DuesRate | undefined {
  const [smallest] = size.possible;
  const inForce = bands
    .filter((band) => band.size === smallest && band.currency === currency && band.validFrom <= day)
    .toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1))
    .at(-1);
  return inForce && { size: inForce.size, amount: { minor: inForce.amount, currency } };
}
