import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import { type Money, moneyOf } from '@leader/subgraph-kit/values/money';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import { say } from './sentences.ts';

/** Ten thousand billion of most currencies: more is a slip of the hand, and far below what the database can hold. */
const largest = 10n ** 15n;

/** @throws InvalidInput for what is no amount of that currency, or none that a company ever had. */
export function readAmount(amount: string, currency: string, viewer: Viewer): Money {
  const money = moneyOf(amount, currency);
  if (money.minor > largest || money.minor < -largest) throw new InvalidInput(say('AMOUNT_TOO_LARGE', viewer));
  return money;
}
