import type { CreditGround, DuesMovement, RefundGround, WaiverGround } from '../../domain/dues.ts';
import { enumOf } from './enums.ts';

const credits = {
  SIZE_WAS_WRONG: 'The company is smaller than it was invoiced as.',
  LEFT_DURING_THE_YEAR: 'It leaves, and pays for a part of the year only.',
  GOODWILL: 'The bureau chose to.',
} satisfies Record<CreditGround, string>;

const waivers = {
  HARDSHIP: 'The company cannot pay at present.',
  FIRST_YEAR: 'Its first year is free.',
  PARTNER_NETWORK: 'Its network pays for it, or joined on these terms.',
  SERVICE_TO_THE_NETWORK: 'It gives the network what is worth as much.',
} satisfies Record<WaiverGround, string>;

const refunds = {
  GIVEN_BACK: 'The network owed it: a credit note of the same amount goes with it.',
  RETURNED_UNPAID: 'The bank took the payment back: the dues are owed again.',
} satisfies Record<RefundGround, string>;

export const CreditGroundEnum = enumOf('CreditGround', 'Why the bureau lets go of a part of what is owed.', credits);
export const WaiverGroundEnum = enumOf('WaiverGround', 'On what ground dues are waived.', waivers);
export const RefundGroundEnum = enumOf('RefundGround', 'Why money goes back.', refunds);
export const DuesGroundEnum = enumOf('DuesGround', 'The ground of a credit note or a refund.', { ...credits, ...waivers, ...refunds });

export const DuesMovementKindEnum = enumOf('DuesMovementKind', 'What happened to dues.', {
  PAYMENT: 'Money came in.',
  REFUND: 'Money went back.',
  CREDIT_NOTE: 'The bureau let go of something that was owed.',
} satisfies Record<DuesMovement['kind'], string>);
