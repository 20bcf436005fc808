import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const directory = scopes('members:read');

export const factsQueryRights = fieldsFor(directory, 'companyRegisters');

/** A company enters what is about itself; whether somebody speaks for it is said by row. */
export const factsMutationRights = {
  ...fieldsFor('signed in', 'addRegistration', 'openSite', 'closeSite', 'recordActivity'),
  ...fieldsFor('signed in', 'recordNetworkTie', 'endNetworkTie', 'recordResponsibility'),
  ...fieldsFor(scopes('members:write', 'branch:manage'), 'verifyRegistration', 'joinUndertaking', 'leaveUndertaking'),
};

export const factsCompanyRights = {
  ...fieldsFor(directory, 'factsVersion', 'sites', 'networkTies'),
  ...fieldsFor('signed in', 'undertakingId', 'responsibility'),
};

export const factsRights: Rights = {
  CompanyRegister: directory,
  CompanySite: directory,
  CompanySiteConnection: directory,
  CompanySiteEdge: directory,
  CompanyFactsChanged: 'signed in',
  RegistrationRefused: 'signed in',
  VerificationRefused: 'signed in',
  SiteOpeningRefused: 'signed in',
  SiteClosingRefused: 'signed in',
  ActivityRefused: 'signed in',
  NetworkTie: directory,
  ResponsibilityFact: 'signed in',
  UndertakingRefused: 'signed in',
  UndertakingDepartureRefused: 'signed in',
  NetworkTieRefused: 'signed in',
  NetworkTieEndRefused: 'signed in',
  ResponsibilityRefused: 'signed in',
};
