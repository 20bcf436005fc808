import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { creditGrounds, refundGrounds, waiverGrounds } from '../domain/dues.ts';
import { correctionRefusals, declarationRefusals } from '../domain/figures-report.ts';
import { consentBases, consentPurposes, givingRefusals, offices, registrationRefusals, withdrawalRefusals } from '../domain/person.ts';

const paged = 'first, after, last, before';
const refused = (name: string, reasons: readonly string[]) => ({ [name]: ['reason', 'message'], [`${name}Reason`]: reasons });
const list = (name: string) => ({ [`${name}Connection`]: ['edges', 'pageInfo'], [`${name}Edge`]: ['node', 'cursor'] });
const person = ['idempotencyKey', 'personId', 'purpose'];
const year = [
  'idempotencyKey',
  'companyId',
  'closedOn',
  'months',
  'currency',
  'turnover',
  'exportTurnover',
  'balanceTotal',
  'fte',
  'source',
];

/** A member sees its own account, reports its own figures, and looks after its own people; what branches do stays with them. */
export const lifeContracts: Contracts = {
  member: {
    Mutation: ['declareFigures(input)', 'correctFigures(input)', 'registerPerson(input)', 'giveConsent(input)', 'withdrawConsent(input)'],
    Company: [`dues(${paged})`, `duesMovements(${paged})`],
    Dues: ['year', 'reference', 'size', 'invoiced', 'credited', 'paid', 'open', 'settlement', 'issuedOn', 'dueOn'],
    ...list('Dues'),
    DuesMovement: ['year', 'kind', 'reference', 'amount', 'on', 'ground', 'waits'],
    ...list('DuesMovement'),
    DuesMovementKind: ['PAYMENT', 'REFUND', 'CREDIT_NOTE'],
    DuesGround: [...creditGrounds, ...waiverGrounds, ...refundGrounds],
    DuesSettlement: ['PAID', 'WAIVED'],
    DeclareFiguresInput: year,
    CorrectFiguresInput: year,
    DeclareFiguresResult: [],
    CorrectFiguresResult: [],
    FiguresReported: ['company', 'figures'],
    ...refused('DeclarationRefused', declarationRefusals),
    ...refused('CorrectionRefused', correctionRefusals),
    Branch: ['president(asOf)'],
    Person: ['languages', 'email', 'phone', 'consents', 'mandates'],
    PersonRole: ['CONTACT'],
    Consent: ['purpose', 'given', 'basis', 'happenedOn'],
    ConsentPurpose: consentPurposes,
    ConsentBasis: consentBases,
    Mandate: ['branch', 'office', 'beganOn', 'endedOn'],
    Office: offices,
    RegisterPersonInput: ['idempotencyKey', 'companyId', 'firstName', 'lastName', 'role', 'email', 'phone', 'languages'],
    GiveConsentInput: [...person, 'basis'],
    WithdrawConsentInput: person,
    RegisterPersonResult: [],
    GiveConsentResult: [],
    WithdrawConsentResult: [],
    PersonChanged: ['person'],
    ...refused('PersonRefused', registrationRefusals),
    ...refused('ConsentRefused', givingRefusals),
    ...refused('WithdrawalRefused', withdrawalRefusals),
  },
};
