import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { activationRefusals, applicationRefusals, applicationWithdrawalRefusals, decisionRefusals } from '../../domain/admission.ts';
import {
  exclusionRefusals,
  reinstatementRefusals,
  renewalRefusals,
  resignationRefusals,
  suspensionRefusals,
  transferRefusals,
} from '../../domain/membership-changes.ts';
import { type LifeRefusal, lifeTexts } from '../membership-life.texts.ts';
import { CompanyType } from './company.type.ts';
import { enumOf } from './enums.ts';

@ObjectType('MembershipChanged', { description: 'The change was made.', simpleResolvers: true })
export class MembershipChangedType {
  @Field(() => CompanyType, { description: 'The company as it is now.' })
  company!: CompanyType;

  @Field(() => Int, { description: 'The version of its membership file now.' })
  version!: number;

  @Field(() => LocalDateScalar, { description: 'The first day on which the company stands as the change says.' })
  effectiveOn!: LocalDate;
}

/** Makes what one mutation answers: the change, or a refused type of its own with the reasons of its rule. */
function resultOf<Reason extends LifeRefusal>(mutation: string, refused: string, reasons: readonly Reason[]) {
  const descriptions = Object.fromEntries(reasons.map((reason) => [reason, lifeTexts[reason].en])) as Record<Reason, string>;
  const reasonEnum = enumOf(`${refused}Reason`, `Why ${mutation} was refused.`, descriptions);

  @ObjectType(refused, { description: `${mutation} was refused, and nothing was changed.`, simpleResolvers: true })
  class RefusedType {
    @Field(() => reasonEnum, { description: 'Why, as a stable code.' })
    reason!: Reason;

    @Field(() => String, { description: 'Why, and what to do, as a sentence in the language of the request.' })
    message!: string;
  }
  const result = createUnionType({
    name: `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`,
    description: 'The change that was made, or why it was refused.',
    types: () => [MembershipChangedType, RefusedType] as const,
    resolveType: (value) => ('reason' in value ? RefusedType : MembershipChangedType),
  });
  return {
    result,
    refusal: (reason: Reason, language: Language) => Object.assign(new RefusedType(), { reason, message: lifeTexts[reason][language] }),
  };
}

export const applying = resultOf('applyForMembership', 'ApplicationRefused', applicationRefusals);
export const deciding = resultOf('decideApplication', 'ApplicationDecisionRefused', decisionRefusals);
export const withdrawing = resultOf('withdrawApplication', 'ApplicationWithdrawalRefused', applicationWithdrawalRefusals);
export const activating = resultOf('activateMembership', 'ActivationRefused', activationRefusals);
export const suspending = resultOf('suspendMembership', 'SuspensionRefused', suspensionRefusals);
export const reinstating = resultOf('reinstateMembership', 'ReinstatementRefused', reinstatementRefusals);
export const resigning = resultOf('resignMembership', 'ResignationRefused', resignationRefusals);
export const excluding = resultOf('excludeMember', 'ExclusionRefused', exclusionRefusals);
export const renewing = resultOf('renewMembership', 'RenewalRefused', renewalRefusals);
export const transferring = resultOf('transferBranch', 'TransferRefused', transferRefusals);
