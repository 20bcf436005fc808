import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { DuesMovementView, DuesView } from '../../use-cases/views.ts';
import { BranchType } from './branch.type.ts';
import { CompanyType } from './company.type.ts';
import { DuesGroundEnum, DuesMovementKindEnum } from './dues-enums.ts';
import { DuesSettlementEnum, MembershipStatusEnum, SizeCategoryEnum } from './enums.ts';

@ObjectType('Dues', {
  description: 'What a company was invoiced for one year of membership, and what became of it.',
  simpleResolvers: true,
})
export class DuesType {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => String, { description: 'The reference of the invoice, to be named with the payment.' })
  reference!: string;

  @Field(() => SizeCategoryEnum, { description: 'The size by which the amount was set.' })
  size!: string;

  @Field(() => MoneyType, { description: 'What was invoiced.' })
  invoiced!: MoneyType;

  @Field(() => MoneyType, { description: 'What the bureau let go of by credit notes.' })
  credited!: MoneyType;

  @Field(() => MoneyType, { description: 'What was paid, less what went back.' })
  paid!: MoneyType;

  @Field(() => MoneyType, { description: 'What is still to be paid.' })
  open!: MoneyType;

  @Field(() => DuesSettlementEnum, { nullable: true, description: 'How they were settled; null while something is owed.' })
  settlement!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the invoice.' })
  issuedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day to pay it in time.' })
  dueOn!: LocalDate;
}

@ObjectType('DuesMovement', { description: 'A payment of dues, a refund, or a credit note.', simpleResolvers: true })
export class DuesMovementType {
  @Field(() => CompanyType, { nullable: true, description: 'The company whose dues they are.' })
  company!: CompanyType | null;

  @Field(() => Int, { description: 'The calendar year of the dues.' })
  year!: number;

  @Field(() => DuesMovementKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'The reference of the bank, or of the credit note.' })
  reference!: string;

  @Field(() => MoneyType, { description: 'How much.' })
  amount!: MoneyType;

  @Field(() => LocalDateScalar, { description: 'The day the money moved, or of the credit note.' })
  on!: LocalDate;

  @Field(() => DuesGroundEnum, { nullable: true, description: 'On what ground; null for payments.' })
  ground!: string | null;

  @Field(() => Boolean, { description: 'Whether it is a payment that waits for an invoice it fits, and settles nothing yet.' })
  waits!: boolean;
}

@ObjectType('MembershipToRenew', { description: 'A membership whose dues are late or soon due.', simpleResolvers: true })
export class MembershipToRenewType {
  @Field(() => CompanyType, { nullable: true, description: 'The member.' })
  company!: CompanyType | null;

  @Field(() => BranchType, { nullable: true, description: 'Its branch.' })
  branch!: BranchType | null;

  @Field(() => MembershipStatusEnum, { description: 'ACTIVE while the dues still cover it, GRACE once they are late.' })
  status!: string;

  @Field(() => LocalDateScalar, { description: 'The last day its dues are settled for.' })
  coveredUntil!: LocalDate;

  @Field(() => Int, { description: 'Days until the dues are late; negative once they are.' })
  daysLeft!: number;
}

@ObjectType('DuesRate', { description: 'For how many members the dues of a day are settled.', simpleResolvers: true })
export class DuesRateType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  asOf!: LocalDate;

  @Field(() => Int, { description: 'Members that day, those in grace and the suspended included.' })
  members!: number;

  @Field(() => Int, { description: 'Those whose dues were paid or waived for that day.' })
  settled!: number;

  @Field(() => Float, { nullable: true, description: 'Share of the settled among the members, from 0 to 1; null without members.' })
  rate!: number | null;
}

export const DuesConnectionType = connectionType('Dues', () => DuesType, 'years of dues of a company');
export const DuesMovementConnectionType = connectionType('DuesMovement', () => DuesMovementType, 'payments, refunds and credit notes');
export const MembershipToRenewConnectionType = connectionType(
  'MembershipToRenew',
  () => MembershipToRenewType,
  'memberships whose dues are late or soon due',
);

export function showDues(view: DuesView): DuesType {
  const { year, reference, size, currency, settlement, issuedOn, dueOn, invoiced, credited, kept } = view;
  const amount = (minor: bigint) => moneyType({ minor, currency });
  return {
    year,
    reference,
    size,
    invoiced: amount(invoiced),
    credited: amount(credited),
    paid: amount(kept),
    open: amount(invoiced - credited - kept),
    settlement,
    issuedOn,
    dueOn,
  };
}

export function showMovement(view: DuesMovementView, company: CompanyType | null): DuesMovementType {
  const { year, kind, reference, amount, currency, on, ground, waits } = view;
  return { company, year, kind, reference, amount: moneyType({ minor: amount, currency }), on, ground, waits };
}
