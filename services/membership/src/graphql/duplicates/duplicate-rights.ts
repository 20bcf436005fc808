import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

/** The work of the bureaus: whoever sees that two are one says so. */
const bureau = scopes('members:write', 'branch:manage');

export const duplicateQueryRights = fieldsFor(bureau, 'suspectedDuplicates');
export const duplicateMutationRights = fieldsFor(bureau, 'tellCompaniesApart', 'mergeCompanies', 'undoMerge');
export const duplicateCompanyRights = fieldsFor(scopes('branch:manage'), 'mergedRecords');

export const duplicateRights: Rights = {
  ...fieldsFor(bureau, 'SuspectedDuplicate', 'SuspectedDuplicateConnection', 'SuspectedDuplicateEdge'),
  CompaniesToldApart: 'signed in',
  TellingApartRefused: 'signed in',
  CompanyMerge: scopes('branch:manage'),
  CompaniesMerged: 'signed in',
  MergeRefused: 'signed in',
  MergeUndone: 'signed in',
  MergeUndoingRefused: 'signed in',
};
