import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const directory = scopes('members:read');

export const factsQueryRights = fieldsFor(directory, 'companyRegisters');

/** A company enters what is about itself; whether somebody speaks for it is said by row. */
export const factsMutationRights = {
  ...fieldsFor('signed in', 'addRegistration', 'openSite', 'closeSite', 'recordActivity'),
  ...fieldsFor(scopes('members:write', 'branch:manage'), 'verifyRegistration'),
};

export const factsCompanyRights = fieldsFor(directory, 'factsVersion', 'sites');

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
};
