import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

/** Programs and open cohorts are for everybody. Whose eligibility one may see is decided when the company is known. */
export const rights: Rights = {
  Query: fieldsFor('anyone', 'programs', 'program'),
  Program: {
    ...fieldsFor('anyone', 'id', 'code', 'name', 'basedOn', 'currentVersion', 'versionAt', 'versions', 'openCohorts'),
    cohorts: scopes('accelerator:read'),
  },
  Company: { id: 'anyone', ...fieldsFor(scopes('accelerator:read'), 'acceleratorEligibility', 'acceleratorStanding') },
  EligibilityAssessment: scopes('accelerator:read'),
  EligibilityFinding: scopes('accelerator:read'),
  ProgramCohortsConnection: scopes('accelerator:read'),
  ProgramCohortsEdge: scopes('accelerator:read'),
  ProgramVersion: 'anyone',
  ProgramCriterion: 'anyone',
  Cohort: 'anyone',
  CohortStart: 'anyone',
  AcceleratorStanding: scopes('accelerator:read'),
  Branch: { id: 'anyone' },
  Gap: 'anyone',
  Money: 'anyone',
  PageInfo: 'anyone',
};
