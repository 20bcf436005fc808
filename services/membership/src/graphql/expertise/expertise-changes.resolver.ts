import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showExchange, showListing } from './expertise.type.ts';
import {
  AcceptExchangeInput,
  accepting,
  CancelExchangeInput,
  CloseExchangeInput,
  CloseListingInput,
  cancelling,
  closingExchange,
  closingListing,
  DeclineExchangeInput,
  declining,
  ExpertiseExchangeChangedType,
  ExpertiseListingChangedType,
  ProposeExchangeInput,
  PublishListingInput,
  proposing,
  publishing,
  RateExchangeInput,
  rating,
} from './expertise-changes.type.ts';

const input = { description: 'The change, and what it is about.' } as const;
const byParty = 'Open to the company itself, and to its branch with members:write and branch:manage.';

@Resolver(() => ExpertiseListingChangedType)
export class ExpertiseChangesResolver {
  @Mutation(() => publishing.union, { description: `A member says what it can help with, or what it needs. ${byParty}` })
  async publishListing(@Arg('input', () => PublishListingInput, input) request: PublishListingInput, @Ctx() context: MembershipContext) {
    const { details = null, companyId = null } = request;
    const result = await context.expertise.life.publish({ ...request, details, companyId });
    return publishing.answer(result, context.viewer.language, listingShown(context));
  }

  @Mutation(() => closingListing.union, { description: `A listing is closed before its time. ${byParty}` })
  async closeListing(@Arg('input', () => CloseListingInput, input) request: CloseListingInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.closeListing({ ...request });
    return closingListing.answer(result, context.viewer.language, listingShown(context));
  }

  @Mutation(() => proposing.union, {
    description: `A company answers a listing: it asks for what is offered, or offers what is needed. ${byParty}`,
  })
  async proposeExchange(@Arg('input', () => ProposeExchangeInput, input) request: ProposeExchangeInput, @Ctx() context: MembershipContext) {
    const { message = null, companyId = null } = request;
    const result = await context.expertise.life.propose({ ...request, message, companyId });
    return proposing.answer(result, context.viewer.language, exchangeShown(context));
  }

  @Mutation(() => accepting.union, { description: `The other company agrees, in time. ${byParty}` })
  async acceptExchange(@Arg('input', () => AcceptExchangeInput, input) request: AcceptExchangeInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.accept({ ...request, companyId: request.companyId ?? null });
    return accepting.answer(result, context.viewer.language, exchangeShown(context));
  }

  @Mutation(() => declining.union, { description: `The other company does not agree. ${byParty}` })
  async declineExchange(@Arg('input', () => DeclineExchangeInput, input) request: DeclineExchangeInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.decline({ ...request, companyId: request.companyId ?? null });
    return declining.answer(result, context.viewer.language, exchangeShown(context));
  }

  @Mutation(() => cancelling.union, { description: `A proposal is taken back, or what was agreed is called off. ${byParty}` })
  async cancelExchange(@Arg('input', () => CancelExchangeInput, input) request: CancelExchangeInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.cancel({ ...request, companyId: request.companyId ?? null });
    return cancelling.answer(result, context.viewer.language, exchangeShown(context));
  }

  @Mutation(() => closingExchange.union, {
    description: `Either of the two says that it took place, how long it took and what it led to. ${byParty}`,
  })
  async closeExchange(@Arg('input', () => CloseExchangeInput, input) request: CloseExchangeInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.close({ ...request, companyId: request.companyId ?? null });
    return closingExchange.answer(result, context.viewer.language, exchangeShown(context));
  }

  @Mutation(() => rating.union, { description: `The company that was helped says how satisfied it is, once. ${byParty}` })
  async rateExchange(@Arg('input', () => RateExchangeInput, input) request: RateExchangeInput, @Ctx() context: MembershipContext) {
    const result = await context.expertise.life.rate({ ...request, companyId: request.companyId ?? null });
    return rating.answer(result, context.viewer.language, exchangeShown(context));
  }
}

function listingShown({ expertise }: MembershipContext) {
  return async (id: string) => {
    const view = await expertise.listingById.load(id);
    if (!view) throw new Error('The listing of a change is gone');
    return Object.assign(new ExpertiseListingChangedType(), { listing: showListing(view) });
  };
}

function exchangeShown({ expertise }: MembershipContext) {
  return async (id: string) => {
    const view = await expertise.exchangeById.load(id);
    if (!view) throw new Error('The exchange of a change is gone');
    return Object.assign(new ExpertiseExchangeChangedType(), { exchange: showExchange(view) });
  };
}
