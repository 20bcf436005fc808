import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { DateTimeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Money } from '@leader/subgraph-kit/values/money';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { FiguresView } from '../../use-cases/views.ts';
import { FiguresSourceEnum } from './enums.ts';

@ObjectType('AnnualFigures', {
  description: 'What a company reported for one closed fiscal year. Null values are unknown, never zero.',
  simpleResolvers: true,
})
export class AnnualFiguresType {
  @Field(() => LocalDateScalar, { description: 'The day the fiscal year closed.' })
  closedOn!: string;

  @Field(() => Int, { description: 'Length of the fiscal year in months, usually 12.' })
  months!: number;

  @Field(() => MoneyType, { nullable: true, description: 'Turnover without value-added tax.' })
  turnover!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: 'The part of the turnover made abroad.' })
  exportTurnover!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: 'Total of the balance sheet.' })
  balanceTotal!: MoneyType | null;

  @Field(() => Float, { nullable: true, description: 'People working there, in full-time equivalents.' })
  fte!: number | null;

  @Field(() => FiguresSourceEnum, { description: 'Where the figures come from.' })
  source!: string;

  @Field(() => DateTimeScalar, { description: 'When the network learned of them.' })
  enteredAt!: Date;
}

export function showFigures(figures: FiguresView): AnnualFiguresType {
  const { closedOn, months, currency, fte, source, enteredAt } = figures;
  const amount = (minor: bigint | null): Money | null => (minor === null ? null : { minor, currency });
  return {
    closedOn,
    months,
    turnover: moneyType(amount(figures.turnover)),
    exportTurnover: moneyType(amount(figures.exportTurnover)),
    balanceTotal: moneyType(amount(figures.balanceTotal)),
    fte,
    source,
    enteredAt,
  };
}
