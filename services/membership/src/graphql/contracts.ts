import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { applicationWithdrawalRefusals } from '../domain/admission.ts';
import { factsContracts } from './company/facts-contracts.ts';
import { countsContracts } from './counts/counts-contracts.ts';
import { expertiseContracts } from './expertise/expertise-contracts.ts';
import { fundingContracts } from './funding/funding-contracts.ts';
import { gatheringContracts } from './gatherings/gathering-contracts.ts';
import { inboundContracts } from './inbound/inbound-contracts.ts';
import { lifeContracts } from './life-contracts.ts';

const paged = 'first, after, last, before';

/**
 * What each contract shows of membership; `internal` shows everything. Hubs' apps see who a company is and where it stands in space:
 * no people, no figures, no registration numbers, no standing, no counts (those under three would point at somebody), and no list of
 * the whole directory. Reports see no people. Members see all of their own, and of the others what the network shows its members.
 */
const ofCompanies: Contracts = {
  'public member partner reporting': {
    Query: ['branches', 'branch(code)', 'viewer'],
    Viewer: ['language', 'contract'],
    Branch: [
      'id',
      'code',
      'kind',
      'name',
      'country',
      'town',
      'openedOn',
      'timeZone',
      'currency',
      'languages',
      'departments',
      'formerRegion',
      'status',
      'today',
    ],
    BranchKind: ['LOCAL', 'HUB'],
    BranchStatus: ['PLANNED', 'ACTIVE'],
    FormerRegion: ['LANGUEDOC_ROUSSILLON', 'MIDI_PYRENEES'],
    CountryCode: [],
    CurrencyCode: [],
    LocalDate: [],
  },

  'public member reporting': {
    Query: ['activeMemberCount(asOf)', 'hubMemberCount(asOf)', 'memberCounts(asOf)'],
    Branch: ['grewFrom', 'status(asOf)', 'activeMemberCount(asOf)'],
    MemberCounts: ['asOf', 'total', 'east', 'west', 'byBranch', 'hubMembers'],
    BranchMemberCount: ['branch', 'count'],
  },

  'member partner reporting': {
    Company: ['id', 'legalName', 'tradeName', 'country', 'town', 'department', 'formerRegion', 'activities', 'homeBranch'],
    Activity: ['nomenclature', 'code', 'label', 'section'],
    ActivityNomenclature: ['NAF_REV_2', 'NAF_2025', 'ISIC_4'],
  },

  'member reporting': {
    Query: ['company(id)', `companies(${paged}, search, branch, department, membershipStatus, asOf)`, 'memberMovements'],
    Company: ['foundedOn', 'homeBranch(asOf)', 'membershipStatus(asOf)', 'memberSince', 'registrations'],
    CompanyConnection: ['edges', 'pageInfo', 'totalCount'],
    CompanyEdge: ['node', 'cursor'],
    MembershipStatus: ['PROSPECT', 'ACTIVE', 'GRACE', 'LAPSED', 'SUSPENDED', 'RESIGNED', 'EXCLUDED'],
    MemberMovements: ['year', 'joined', 'left'],
    Registration: ['scheme', 'value', 'verified'],
    RegistrationScheme: ['SIREN', 'SIRET', 'ICE', 'USCC', 'EIN'],
    PageInfo: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
  },

  member: {
    Viewer: ['company'],
    Company: ['latestFigures(asOf)', `figures(${paged}, asOf)`, 'sizeCategory(asOf)', 'gaps', 'people', 'membershipFile'],
    Person: ['id', 'name', 'role'],
    PersonRole: ['LEADER'],
    AnnualFigures: ['closedOn', 'months', 'turnover', 'exportTurnover', 'balanceTotal', 'fte', 'source', 'enteredAt'],
    AnnualFiguresConnection: ['edges', 'pageInfo'],
    AnnualFiguresEdge: ['node', 'cursor'],
    FiguresSource: ['DECLARED', 'FILED', 'AUDITED'],
    CompanySize: ['category', 'possible', 'basedOn'],
    SizeCategory: ['MIC', 'PME', 'ETI', 'GE', 'UNKNOWN'],
    Gap: ['code', 'message'],
    Money: ['amount', 'currency'],
    Decimal: [],
    DateTime: [],
    MembershipFile: ['version', 'application'],
    MembershipApplication: ['branch', 'appliedOn', 'outcome', 'decidedOn', 'ground', 'explanation', 'withdrawnOn', 'withdrawalMotive'],
    ApplicationOutcome: ['APPROVED', 'REJECTED'],
    RejectionGround: ['OUTSIDE_TERRITORY', 'FILE_INCOMPLETE', 'CHARTER_NOT_SHARED', 'IN_LIQUIDATION', 'NOT_A_COMPANY'],
    Mutation: ['applyForMembership(input)', 'withdrawApplication(input)', 'resignMembership(input)'],
    ApplyForMembershipInput: ['idempotencyKey', 'companyId', 'branch', 'consent'],
    ApplyForMembershipResult: [],
    ApplicationRefused: ['reason', 'message'],
    ApplicationRefusedReason: [
      'REGISTRATION_MISSING',
      'LEADER_NOT_NAMED',
      'CONSENT_MISSING',
      'BRANCH_NOT_OPEN',
      'ALREADY_A_MEMBER',
      'APPLICATION_OPEN',
      'EXCLUDED_TOO_RECENTLY',
    ],
    WithdrawApplicationInput: ['idempotencyKey', 'companyId', 'expectedVersion', 'motive'],
    WithdrawApplicationResult: [],
    ApplicationWithdrawalRefused: ['reason', 'message'],
    ApplicationWithdrawalRefusedReason: applicationWithdrawalRefusals,
    ResignMembershipInput: ['idempotencyKey', 'companyId', 'expectedVersion', 'lastDay'],
    ResignMembershipResult: [],
    ResignationRefused: ['reason', 'message'],
    ResignationRefusedReason: ['NOT_A_MEMBER', 'LEAVING_ALREADY', 'LAST_DAY_PASSED', 'LAST_DAY_TOO_FAR'],
    MembershipChanged: ['company', 'version', 'effectiveOn'],
  },
};

export const contracts = together(
  ofCompanies,
  factsContracts,
  countsContracts,
  expertiseContracts,
  fundingContracts,
  gatheringContracts,
  inboundContracts,
  lifeContracts,
);

/** Lists of several topics as one: what one adds to a type of another stands beside what was there. */
function together(...topics: readonly Contracts[]): Contracts {
  const all: Record<string, Record<string, readonly string[]>> = {};
  for (const [audience, types] of topics.flatMap((topic) => Object.entries(topic)))
    for (const [type, members] of Object.entries(types)) {
      const shown = all[audience] ?? {};
      all[audience] = { ...shown, [type]: [...(shown[type] ?? []), ...members] };
    }
  return all;
}
