import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showBatch, showNetwork } from './affiliation.type.ts';
import {
  AbandonBatchInput,
  AffiliationBatchChangedType,
  ApplyBatchInput,
  ApproveBatchInput,
  abandoning,
  applying,
  approving,
  CheckBatchInput,
  checking,
  PartnerNetworkRegisteredType,
  RegisterPartnerNetworkInput,
  registering,
  SettleSuspectRowInput,
  settling,
  UploadMemberListInput,
  UploadMemberListResult,
} from './affiliation-changes.type.ts';
import { refusalText } from './member-list.texts.ts';
import { MemberListRefusedType } from './member-list.type.ts';

const input = { description: 'The change, and what it is about.' } as const;
const byBranches = 'Needs members:write and branch:manage; a branch lead does so for their own branch only.';

@Resolver()
export class AffiliationChangesResolver {
  @Mutation(() => registering.union, { description: `An existing network agrees to join a branch as a block. ${byBranches}` })
  async registerPartnerNetwork(
    @Arg('input', () => RegisterPartnerNetworkInput, input) request: RegisterPartnerNetworkInput,
    @Ctx() { affiliation, viewer, today }: MembershipContext,
  ) {
    const result = await affiliation.life.registerPartnerNetwork({ ...request, endsOn: request.endsOn ?? null });
    return registering.answer(result, viewer.language, async (id) => {
      const network = showNetwork(known(await affiliation.networkById.load(id)), today);
      return Object.assign(new PartnerNetworkRegisteredType(), { network });
    });
  }

  @Mutation(() => UploadMemberListResult, {
    description: `Reads the member list of a network that joins a branch. Nothing of it is entered before it was checked, approved and applied. ${byBranches}`,
  })
  async uploadMemberList(
    @Arg('input', () => UploadMemberListInput, input) { contentBase64, networkId = null, ...request }: UploadMemberListInput,
    @Ctx() context: MembershipContext,
  ): Promise<AffiliationBatchChangedType | MemberListRefusedType> {
    const content = bytesOf(contentBase64);
    const result = await context.affiliation.life.uploadMemberList({ ...request, networkId, content });
    if ('changed' in result) return batch(context)(result.changed);
    const { reason } = result.refused;
    return Object.assign(new MemberListRefusedType(), { reason, message: refusalText(result.refused, context.viewer.language) });
  }

  @Mutation(() => checking.union, {
    description: `Judges each row against the directory as it is now: who is new, who is known, who may be known, and what cannot be taken. ${byBranches}`,
  })
  async checkBatch(@Arg('input', () => CheckBatchInput, input) request: CheckBatchInput, @Ctx() context: MembershipContext) {
    return checking.answer(await context.affiliation.life.checkBatch({ ...request }), context.viewer.language, batch(context));
  }

  @Mutation(() => settling.union, {
    description: `Says who the company of a suspect row is. It counts for this batch at once, which is checked anew, and for every list to come. ${byBranches}`,
  })
  async settleSuspectRow(
    @Arg('input', () => SettleSuspectRowInput, input) request: SettleSuspectRowInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.affiliation.life.settleSuspectRow({ ...request, companyId: request.companyId ?? null });
    return settling.answer(result, context.viewer.language, batch(context));
  }

  @Mutation(() => approving.union, {
    description: `A person agrees to what is to become of the rows. It may be who uploaded the list; the steps say who it was. ${byBranches}`,
  })
  async approveBatch(@Arg('input', () => ApproveBatchInput, input) request: ApproveBatchInput, @Ctx() context: MembershipContext) {
    return approving.answer(await context.affiliation.life.approveBatch({ ...request }), context.viewer.language, batch(context));
  }

  @Mutation(() => applying.union, { description: `Enters all of the batch as it was approved, or nothing of it. ${byBranches}` })
  async applyBatch(@Arg('input', () => ApplyBatchInput, input) request: ApplyBatchInput, @Ctx() context: MembershipContext) {
    return applying.answer(await context.affiliation.life.applyBatch({ ...request }), context.viewer.language, batch(context));
  }

  @Mutation(() => abandoning.union, { description: `Lets go of a batch that was not applied. ${byBranches}` })
  async abandonBatch(@Arg('input', () => AbandonBatchInput, input) request: AbandonBatchInput, @Ctx() context: MembershipContext) {
    return abandoning.answer(await context.affiliation.life.abandonBatch({ ...request }), context.viewer.language, batch(context));
  }
}

function batch({ affiliation }: MembershipContext) {
  return async (id: string) =>
    Object.assign(new AffiliationBatchChangedType(), { batch: showBatch(known(await affiliation.batchById.load(id))) });
}

function known<View>(view: View | undefined): View {
  if (!view) throw new Error('What was changed is gone');
  return view;
}

/** Node skips what is no base64 instead of refusing it. */
function bytesOf(base64: string): Uint8Array {
  if (base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return Buffer.from(base64, 'base64');
  throw new InvalidInput('contentBase64 is not base64: send the bytes of the file encoded as in RFC 4648, with padding.');
}
