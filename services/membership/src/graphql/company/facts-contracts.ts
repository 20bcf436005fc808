import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { activityRefusals } from '../../domain/company/activity.ts';
import { tieEndRefusals, tieKinds, tieRefusals } from '../../domain/company/network-tie.ts';
import { numberRefusals } from '../../domain/company/registration.ts';
import { responsibilityKinds, responsibilityRefusals, responsibilitySources } from '../../domain/company/responsibility.ts';
import { siteClosingRefusals, siteOpeningRefusals } from '../../domain/company/site.ts';

const paged = 'first, after, last, before';
const change = ['idempotencyKey', 'companyId', 'expectedVersion'];
const refused = (name: string, reasons: readonly string[]) => ({ [name]: ['reason', 'message'], [`${name}Reason`]: reasons });

/** Members see where others work and enter what is about themselves; reports read. */
export const factsContracts: Contracts = {
  'member reporting': {
    Company: [`sites(${paged})`, 'networkTies'],
    NetworkTie: ['id', 'kind', 'name', 'since', 'until'],
    NetworkTieKind: tieKinds,
    CompanySite: ['id', 'isSeat', 'country', 'town', 'department', 'siret', 'openedOn', 'closedOn'],
    CompanySiteConnection: ['edges', 'pageInfo'],
    CompanySiteEdge: ['node', 'cursor'],
    Registration: ['register', 'country', 'checkedOn'],
    RegistrationScheme: ['OTHER'],
  },
  member: {
    Query: ['companyRegisters'],
    CompanyRegister: ['code', 'country', 'name', 'example'],
    Company: ['factsVersion', 'undertakingId', 'responsibility'],
    ResponsibilityFact: ['kind', 'score', 'name', 'statedOn', 'validUntil', 'source'],
    ResponsibilityKind: responsibilityKinds,
    ResponsibilitySource: responsibilitySources,
    Mutation: [
      'addRegistration(input)',
      'openSite(input)',
      'closeSite(input)',
      'recordActivity(input)',
      'recordNetworkTie(input)',
      'endNetworkTie(input)',
      'recordResponsibility(input)',
    ],
    AddRegistrationInput: [...change, 'register', 'number'],
    OpenSiteInput: [...change, 'country', 'town', 'department', 'siret', 'openedOn', 'isSeat'],
    CloseSiteInput: [...change, 'siteId', 'closedOn'],
    RecordActivityInput: [...change, 'nomenclature', 'code'],
    RecordNetworkTieInput: [...change, 'kind', 'name', 'since'],
    EndNetworkTieInput: [...change, 'networkTieId', 'until'],
    RecordResponsibilityInput: [...change, 'kind', 'score', 'name', 'statedOn', 'validUntil', 'source'],
    RecordNetworkTieResult: [],
    EndNetworkTieResult: [],
    RecordResponsibilityResult: [],
    AddRegistrationResult: [],
    OpenSiteResult: [],
    CloseSiteResult: [],
    RecordActivityResult: [],
    CompanyFactsChanged: ['company'],
    ...refused('RegistrationRefused', numberRefusals),
    ...refused('SiteOpeningRefused', siteOpeningRefusals),
    ...refused('SiteClosingRefused', siteClosingRefusals),
    ...refused('ActivityRefused', activityRefusals),
    ...refused('NetworkTieRefused', tieRefusals),
    ...refused('NetworkTieEndRefused', tieEndRefusals),
    ...refused('ResponsibilityRefused', responsibilityRefusals),
  },
};
