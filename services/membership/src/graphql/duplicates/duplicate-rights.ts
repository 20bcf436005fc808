import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

/** The work of the bureaus: whoever sees that two are one says so. */
const bureau = scopes('members:write', 'branch:manage');

export const duplicateQueryRights = fieldsFor(bureau, 'suspectedDuplicates');
export const duplicateMutationRights = fieldsFor(bureau, 'tellCompaniesApart');

export const duplicateRights: Rights = {
  ...fieldsFor(bureau, 'SuspectedDuplicate', 'SuspectedDuplicateConnection', 'SuspectedDuplicateEdge'),
  CompaniesToldApart: 'signed in',
  TellingApartRefused: 'signed in',
};
