import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from './context.ts';
import { showCompany } from './types/company.type.ts';
import { showDues } from './types/dues.type.ts';
import {
  CreditDuesInput,
  IssueDuesInvoiceInput,
  RecordPaymentInput,
  RefundPaymentInput,
  WaiveDuesInput,
} from './types/dues-inputs.type.ts';
import { crediting, DuesChangedType, invoicing, paying, refunding, waiving } from './types/dues-results.type.ts';

const input = { description: 'The change, and the company it is about.' } as const;
const byBureau = 'Needs members:write and branch:manage; a branch lead acts for their own branch, nobody for their own company.';

@Resolver(() => DuesChangedType)
export class DuesChangesResolver {
  @Mutation(() => invoicing.union, {
    description: `A member, or a company that was approved, is invoiced for its next year by its size. Payments that came before are counted. ${byBureau}`,
  })
  async issueDuesInvoice(
    @Arg('input', () => IssueDuesInvoiceInput, input) request: IssueDuesInvoiceInput,
    @Ctx() context: MembershipContext,
  ) {
    return invoicing.answer(await context.dues.invoice({ ...request }), context.viewer.language, show(request.year, context));
  }

  @Mutation(() => paying.union, {
    description: `A payment came in. Once nothing is owed any more, an approved company is a member and a member goes on. A payment without an invoice is kept and waits for it. ${byBureau}`,
  })
  async recordPayment(@Arg('input', () => RecordPaymentInput, input) request: RecordPaymentInput, @Ctx() context: MembershipContext) {
    return paying.answer(await context.dues.pay({ ...request }), context.viewer.language, show(request.year, context));
  }

  @Mutation(() => refunding.union, {
    description: `A payment goes back, in part or whole. Dues that are owed again cover nothing from today on. ${byBureau}`,
  })
  async refundPayment(@Arg('input', () => RefundPaymentInput, input) request: RefundPaymentInput, @Ctx() context: MembershipContext) {
    return refunding.answer(await context.dues.refund({ ...request }), context.viewer.language, show(request.year, context));
  }

  @Mutation(() => crediting.union, { description: `The bureau lets go of a part of what is owed, by a credit note. ${byBureau}` })
  async creditDues(@Arg('input', () => CreditDuesInput, input) request: CreditDuesInput, @Ctx() context: MembershipContext) {
    return crediting.answer(await context.dues.credit({ ...request }), context.viewer.language, show(request.year, context));
  }

  @Mutation(() => waiving.union, { description: `The bureau waives all that is still owed for a year, which settles it. ${byBureau}` })
  async waiveDues(@Arg('input', () => WaiveDuesInput, input) request: WaiveDuesInput, @Ctx() context: MembershipContext) {
    return waiving.answer(await context.dues.waive({ ...request }), context.viewer.language, show(request.year, context));
  }
}

function show(year: number, { loaders, queries }: MembershipContext) {
  return async (companyId: string): Promise<DuesChangedType> => {
    const view = await loaders.companyById.load(companyId);
    if (!view) throw new Error('The company of a change is gone');
    const [dues] = await queries.duesOfYears([companyId], year);
    return Object.assign(new DuesChangedType(), { company: showCompany(view), dues: dues ? showDues(dues) : null });
  };
}
