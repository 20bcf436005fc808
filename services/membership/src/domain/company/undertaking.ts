import { accept, type Decision, refuse } from '../decision.ts';

export const joiningRefusals = ['SAME_COMPANY', 'JOINED_ALREADY', 'IN_ANOTHER_UNDERTAKING'] as const;
export type JoiningRefusal = (typeof joiningRefusals)[number];

export const leavingRefusals = ['IN_NO_UNDERTAKING'] as const;
export type LeavingRefusal = (typeof leavingRefusals)[number];

/** A company as far as its group is concerned. */
export interface UndertakingPart {
  readonly companyId: string;
  readonly groupId: string | null;
}

/**
 * Two companies are one undertaking: linked as the law on State aid means it. They share its ceiling and do not meet as peers.
 *
 * @param newGroupId the id of the group if none of them has one
 */
export function joinUndertaking(
  company: UndertakingPart,
  other: UndertakingPart,
  newGroupId: string,
): Decision<JoiningRefusal, { readonly groupId: string }> {
  if (company.companyId === other.companyId) return refuse('SAME_COMPANY');
  if (company.groupId !== null && company.groupId === other.groupId) return refuse('JOINED_ALREADY');
  if (company.groupId !== null) return refuse('IN_ANOTHER_UNDERTAKING');
  return accept({ groupId: other.groupId ?? newGroupId });
}

/** A company was sold or stands alone again. A group of one is none. */
export function leaveUndertaking(company: UndertakingPart): Decision<LeavingRefusal, { readonly groupId: string }> {
  if (company.groupId === null) return refuse('IN_NO_UNDERTAKING');
  return accept({ groupId: company.groupId });
}
