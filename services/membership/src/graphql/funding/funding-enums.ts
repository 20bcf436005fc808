import type { CostLine, DeliverableKind, PolicyTag } from '../../domain/funding/agreement.ts';
import type { ClaimOutcome, ClaimStatus } from '../../domain/funding/claim.ts';
import { enumOf } from '../types/enums.ts';

export const CostLineEnum = enumOf('CostLine', 'A kind of cost that an agreement may pay for.', {
  STAFF: 'Salaries and charges of the network.',
  TRAVEL: 'Journeys and stays.',
  EVENTS: 'Meetings, fairs and missions.',
  EXPERTISE: 'Studies and advice that were bought.',
  COMMUNICATION: 'Publications and web sites.',
  PREMISES: 'Rents and charges of offices.',
} satisfies Record<CostLine, string>);

export const PolicyTagEnum = enumOf('PolicyTag', 'A part of a policy for the economy of a region.', {
  INDUSTRY: 'Industry that stays and grows in the territories.',
  INNOVATION: 'Research that becomes products.',
  INTERNATIONAL: 'Exports, and companies from abroad.',
  TERRITORIES: 'A balance between the cities and the rest.',
  EMPLOYMENT: 'Jobs and skills.',
  TRANSITION: 'Energy, climate and social responsibility.',
} satisfies Record<PolicyTag, string>);

export const DeliverableKindEnum = enumOf(
  'DeliverableKind',
  'What is counted as delivered, up to a day or the last one of the agreement.',
  {
    ACTIVE_MEMBERS: 'Companies whose membership is active on that day, in all branches and hubs.',
    EXCHANGES_DONE: 'Exchanges of expertise that took place from the first day of the agreement on.',
    INBOUND_JOBS: 'Jobs of inbound projects whose site was recorded as installed from the first day of the agreement on.',
  } satisfies Record<DeliverableKind, string>,
);

export const ClaimStatusEnum = enumOf('ClaimStatus', 'How far a claim has come.', {
  DRAFT: 'Written down, and counts for nothing yet.',
  SUBMITTED: 'With the funder, and frozen.',
  PAID: 'Paid in full.',
  REDUCED: 'Paid in part, for a reason.',
  REFUSED: 'Not paid, for a reason.',
} satisfies Record<ClaimStatus, string>);

export const ClaimOutcomeEnum = enumOf('ClaimOutcome', 'What a funder decided about a claim.', {
  PAID: 'It pays all of it.',
  REDUCED: 'It pays a part of it.',
  REFUSED: 'It pays nothing of it.',
} satisfies Record<ClaimOutcome, string>);
