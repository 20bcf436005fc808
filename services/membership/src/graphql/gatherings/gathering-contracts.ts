import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { policyTags } from '../../domain/funding/agreement.ts';
import { audiences, gatheringStatuses } from '../../domain/gatherings/gathering.ts';
import { signUpRefusals, withdrawalRefusals } from '../../domain/gatherings/sign-up.ts';

const paged = 'first, after, last, before';
const participation = ['gatherings', 'participants', 'companies'];

/** Members sign up; hubs see what concerns their country; reports see who came, in numbers. */
export const gatheringContracts: Contracts = {
  'member partner': {
    Query: ['gathering(id)', `gatherings(${paged}, from, kind, country, branch, theme)`],
    Gathering: [
      ...['id', 'kind', 'country', 'title', 'beginsOn', 'endsOn', 'status', 'signUpUntil', 'audience', 'places', 'placesFree'],
      ...['cancelReason', 'branch', 'theme'],
    ],
    GatheringConnection: ['edges', 'pageInfo'],
    GatheringEdge: ['node', 'cursor'],
    GatheringKind: ['MISSION', 'MEETING'],
    GatheringStatus: gatheringStatuses,
    GatheringAudience: audiences,
  },
  // What a gathering is about: the other contracts have it with the expertise that members exchange.
  partner: {
    ExpertiseTheme: ['code', 'objective', 'name', 'validFrom', 'validTo'],
    Objective: ['INNOVATION', 'GROWTH', 'SOCIAL_RESPONSIBILITY'],
  },
  member: {
    Query: [`signUps(${paged}, gatheringId, companyId, movedUpSince)`],
    Gathering: ['waiting'],
    SignUp: ['id', 'status', 'rank', 'signedUpOn', 'placedOn', 'movedUpOn', 'came', 'gathering', 'company', 'person'],
    SignUpConnection: ['edges', 'pageInfo'],
    SignUpEdge: ['node', 'cursor'],
    SignUpStatus: ['PLACE', 'WAITING', 'WITHDRAWN'],
    Mutation: ['signUpForGathering(input)', 'withdrawSignUp(input)'],
    SignUpForGatheringInput: ['idempotencyKey', 'gatheringId', 'companyId', 'personId'],
    SignUpForGatheringResult: [],
    WithdrawSignUpInput: ['idempotencyKey', 'signUpId'],
    WithdrawSignUpResult: [],
    SignUpChanged: ['signUp'],
    SignUpRefused: ['reason', 'message'],
    SignUpRefusedReason: signUpRefusals,
    SignUpWithdrawalRefused: ['reason', 'message'],
    SignUpWithdrawalRefusedReason: withdrawalRefusals,
  },
  reporting: {
    Query: ['gatheringFigures(year, asOf)'],
    GatheringFigures: ['year', 'asOf', ...participation, 'byCountry', 'byTheme', 'byPolicy'],
    ParticipationByCountry: ['country', ...participation],
    ParticipationByTheme: ['theme', ...participation],
    ParticipationByPolicy: ['policyTag', ...participation],
    PolicyTag: policyTags,
  },
};
