import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { CreditGround, RefundGround, WaiverGround } from '../../domain/dues.ts';
import { ChangeInput } from './change-results.type.ts';
import { CreditGroundEnum, RefundGroundEnum, WaiverGroundEnum } from './dues-enums.ts';

@InputType()
abstract class DuesInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  companyId!: string;

  @Field(() => Int, { description: 'The calendar year of the dues, for example 2027.' })
  year!: number;
}

@InputType()
abstract class AmountInput extends DuesInput {
  @Field(() => DecimalScalar, { description: 'How much, in whole units of the currency, for example "480.00".' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amount.' })
  currency!: string;
}

const motive = { description: 'Why, in at most 1,000 characters. It is kept with the credit note.' } as const;

@InputType('IssueDuesInvoiceInput', { description: 'A company that is to be invoiced for a year.' })
export class IssueDuesInvoiceInput extends DuesInput {}

@InputType('RecordPaymentInput', { description: 'A payment of dues, as the bank told of it.' })
export class RecordPaymentInput extends AmountInput {
  @Field(() => String, { description: 'The reference of the bank, 1 to 70 signs. It counts once, however often it is sent.' })
  reference!: string;

  @Field(() => LocalDateScalar, { description: 'The day the money came.' })
  receivedOn!: LocalDate;
}

@InputType('RefundPaymentInput', { description: 'A payment of which something goes back.' })
export class RefundPaymentInput extends AmountInput {
  @Field(() => String, { description: 'The reference of the payment that goes back.' })
  paymentReference!: string;

  @Field(() => String, {
    description: 'The reference of the bank for the refund, 1 to 70 signs. It counts once, however often it is sent.',
  })
  reference!: string;

  @Field(() => LocalDateScalar, { description: 'The day the money went back.' })
  refundedOn!: LocalDate;

  @Field(() => RefundGroundEnum, { description: 'Why it goes back.' })
  ground!: RefundGround;
}

@InputType('CreditDuesInput', { description: 'A part of what is owed that the bureau lets go of.' })
export class CreditDuesInput extends AmountInput {
  @Field(() => CreditGroundEnum, { description: 'On what ground.' })
  ground!: CreditGround;

  @Field(() => String, motive)
  motive!: string;
}

@InputType('WaiveDuesInput', { description: 'Dues of which the bureau waives all that is still owed.' })
export class WaiveDuesInput extends DuesInput {
  @Field(() => WaiverGroundEnum, { description: 'On what ground.' })
  ground!: WaiverGround;

  @Field(() => String, motive)
  motive!: string;
}
