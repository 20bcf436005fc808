import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { PromiseStatus } from '../../domain/visibility/visibility-promise.ts';
import { branchInReach } from '../../use-cases/branch-reach.ts';
import { PartnerNetworkType, showNetwork } from '../affiliation/affiliation.type.ts';
import { BranchPageArgs } from '../branch-page-args.ts';
import type { MembershipContext } from '../context.ts';
import {
  DeliverVisibilityInput,
  delivering,
  PromiseStatusEnum,
  PromiseTallyType,
  PromiseVisibilityInput,
  promising,
  ReleaseVisibilityInput,
  releasing,
  showPromise,
  VisibilityPromiseChangedType,
  VisibilityPromiseConnectionType,
  VisibilityPromiseType,
} from './visibility.type.ts';

@ArgsType()
class PromiseArgs extends BranchPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only promises to this partner network.' })
  networkId?: string | null;

  @Field(() => PromiseStatusEnum, { nullable: true, description: 'Only those that stand like this today, for example OVERDUE.' })
  status?: PromiseStatus | null;
}

const input = { description: 'The change, and what it is about.' } as const;

@Resolver(() => VisibilityPromiseType)
export class VisibilityPromiseResolver {
  @Query(() => VisibilityPromiseConnectionType, {
    nullable: true,
    description:
      'What partner networks were promised, the first one due first. Needs branch:manage; a branch lead sees those to networks of their own branch.',
  })
  async visibilityPromises(
    @Args(() => PromiseArgs) args: PromiseArgs,
    @Ctx() { viewer, queries, visibility, today }: MembershipContext,
  ): Promise<Connection<VisibilityPromiseType>> {
    const page = visibility.queries.firstDue.page(args);
    const branchId = (await branchInReach(viewer, args.branch, queries)) ?? null;
    const networkId = args.networkId == null ? null : parseId('network', args.networkId);
    const rows = await visibility.queries.promisePage({ day: today, branchId, networkId, status: args.status ?? null }, page);
    return page.slice(rows, (view) => showPromise(view, today));
  }

  @Mutation(() => promising.union, {
    description:
      'A partner network is promised something of its agreement by a day. Needs members:write and branch:manage, for the whole network.',
  })
  async promiseVisibility(
    @Arg('input', () => PromiseVisibilityInput, input) request: PromiseVisibilityInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.visibility.life.promise({ ...request });
    return promising.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => delivering.union, {
    description:
      'A promise was kept, with where it can be seen. Needs members:write and branch:manage; a branch lead says so for the networks of their own branch.',
  })
  async deliverVisibility(
    @Arg('input', () => DeliverVisibilityInput, input) request: DeliverVisibilityInput,
    @Ctx() context: MembershipContext,
  ) {
    const { counted = null } = request;
    const result = await context.visibility.life.deliver({ ...request, counted });
    return delivering.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => releasing.union, {
    description:
      'A promise need not be kept any more. Needs members:write and branch:manage; only the branch that it was given to says so, not the network that gave it.',
  })
  async releaseVisibility(
    @Arg('input', () => ReleaseVisibilityInput, input) request: ReleaseVisibilityInput,
    @Ctx() context: MembershipContext,
  ) {
    return releasing.answer(await context.visibility.life.release({ ...request }), context.viewer.language, shown(context));
  }

  @FieldResolver(() => PartnerNetworkType, { nullable: true, description: 'The partner network it was given to.' })
  async network(
    @Root() { view }: VisibilityPromiseType,
    @Ctx() { affiliation, today }: MembershipContext,
  ): Promise<PartnerNetworkType | null> {
    const network = await affiliation.networkById.load(view.networkId);
    return network ? showNetwork(network, today) : null;
  }
}

@Resolver(() => PartnerNetworkType)
export class PartnerVisibilityResolver {
  @FieldResolver(() => PromiseTallyType, { description: 'What it was promised, and what became of it by today.' })
  async visibility(@Root() { id }: PartnerNetworkType, @Ctx() { visibility }: MembershipContext): Promise<PromiseTallyType> {
    const tally = await visibility.tallyByNetwork.load(parseId('network', id));
    return {
      promised: tally?.promised ?? 0,
      delivered: tally?.delivered ?? 0,
      overdue: tally?.overdue ?? 0,
      released: tally?.released ?? 0,
    };
  }
}

function shown({ visibility, today }: MembershipContext) {
  return async (id: string) => {
    const view = await visibility.promiseById.load(id);
    if (!view) throw new Error('The promise of a change is gone');
    return Object.assign(new VisibilityPromiseChangedType(), { promise: showPromise(view, today) });
  };
}
