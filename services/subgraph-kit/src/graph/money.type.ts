import { Directive, Field, ObjectType } from 'type-graphql';
import { amountOf, type Money } from '../values/money.ts';
import { CurrencyCodeScalar, DecimalScalar } from './scalars.ts';

@ObjectType('Money', { description: 'An amount of money in one currency.', simpleResolvers: true })
@Directive('@shareable')
export class MoneyType {
  @Field(() => DecimalScalar, { description: 'The amount in whole units of the currency, with its minor units behind the point.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amount.' })
  currency!: string;
}

/** Shows an amount to clients; nothing for nothing. */
export function moneyType(money: Money): MoneyType;
export function moneyType(money: Money | null | undefined): MoneyType | null;
export function moneyType(money: Money | null | undefined): MoneyType | null {
  return money ? { amount: amountOf(money), currency: money.currency } : null;
}
