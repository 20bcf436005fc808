import { Field, ObjectType } from 'type-graphql';
import { creditRefusals, invoiceRefusals, paymentRefusals, refundRefusals, waiverRefusals } from '../../domain/dues-changes.ts';
import { duesTexts } from '../dues.texts.ts';
import { changeResult } from './change-results.type.ts';
import { CompanyType } from './company.type.ts';
import { DuesType } from './dues.type.ts';

@ObjectType('DuesChanged', {
  description: 'The dues were changed, and the membership with them as far as they settle it.',
  simpleResolvers: true,
})
export class DuesChangedType {
  @Field(() => CompanyType, { description: 'The company as it is now.' })
  company!: CompanyType;

  @Field(() => DuesType, {
    nullable: true,
    description: 'The dues of the year as they are now; null while a payment waits for the invoice.',
  })
  dues!: DuesType | null;
}

export const invoicing = changeResult('issueDuesInvoice', 'DuesInvoiceRefused', invoiceRefusals, duesTexts, DuesChangedType);
export const paying = changeResult('recordPayment', 'PaymentRefused', paymentRefusals, duesTexts, DuesChangedType);
export const refunding = changeResult('refundPayment', 'RefundRefused', refundRefusals, duesTexts, DuesChangedType);
export const crediting = changeResult('creditDues', 'CreditRefused', creditRefusals, duesTexts, DuesChangedType);
export const waiving = changeResult('waiveDues', 'WaiverRefused', waiverRefusals, duesTexts, DuesChangedType);
