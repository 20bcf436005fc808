import type { Audience, GatheringKind, GatheringStatus } from '../../domain/gatherings/gathering.ts';
import type { SignUpStatus } from '../../domain/gatherings/sign-up.ts';
import { enumOf } from '../types/enums.ts';

export const GatheringKindEnum = enumOf('GatheringKind', 'Whether people travel abroad together or meet at home.', {
  MISSION: 'To another country than that of the branch that takes them there.',
  MEETING: 'In the country of the branch that invites.',
} satisfies Record<GatheringKind, string>);

export const GatheringStatusEnum = enumOf('GatheringStatus', 'Where a gathering stands today, derived from its days.', {
  PLANNED: 'Companies cannot sign up yet.',
  OPEN: 'Companies can sign up.',
  CLOSED: 'Nobody signs up any more; it is about to take place, or takes place.',
  OVER: 'It took place.',
  CANCELLED: 'It does not take place.',
} satisfies Record<GatheringStatus, string>);

export const AudienceEnum = enumOf('GatheringAudience', 'Who may sign up.', {
  ACTIVE_MEMBERS: 'Active members of the whole network.',
  BRANCH_MEMBERS: 'Active members of the branch that invites.',
  ALL_COMPANIES: 'All companies that the network knows, members or not, but those it excluded.',
} satisfies Record<Audience, string>);

export const SignUpStatusEnum = enumOf('SignUpStatus', 'How a sign-up stands.', {
  PLACE: 'It holds a place.',
  WAITING: 'It waits for a place, behind those who came before.',
  WITHDRAWN: 'The company does not come after all.',
} satisfies Record<SignUpStatus, string>);
