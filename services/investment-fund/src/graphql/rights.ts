import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

/** The fund itself is for everybody. Whose fit one may see is decided when the company is known. */
export const rights: Rights = {
  Query: { fund: 'anyone' },
  Fund: {
    ...fieldsFor('anyone', 'id', 'name', 'thesis', 'announcedOn', 'asOf', 'status', 'statusSince', 'statusMeaning', 'statusHistory'),
    ...fieldsFor('anyone', 'partners', 'criteriaVersion', 'criteria'),
  },
  Company: { id: 'anyone', ...fieldsFor(scopes('fund:read'), 'fundFit', 'fundStanding') },
  FundFit: scopes('fund:read'),
  FundCriterionAssessment: scopes('fund:read'),
  FundStatusChange: 'anyone',
  FundPartner: 'anyone',
  FundCriteriaVersion: 'anyone',
  FundCriterion: 'anyone',
  FundStanding: scopes('fund:read'),
  Branch: { id: 'anyone' },
  Gap: 'anyone',
};
