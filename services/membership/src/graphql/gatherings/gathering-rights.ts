import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const directory = scopes('members:read');

/** Whose gatherings a hub sees, and that sign-ups are for their company and the branches, is said by row. */
export const gatheringQueryRights = {
  ...fieldsFor(directory, 'gathering', 'gatherings', 'signUps'),
  gatheringFigures: [['branch:manage'], ['reports:read']],
} as const;

export const gatheringMutationRights = {
  ...fieldsFor(
    scopes('members:write', 'branch:manage'),
    'planGathering',
    'openGatheringSignUp',
    'changeGatheringPlaces',
    'cancelGathering',
    'recordGatheringAttendance',
  ),
  ...fieldsFor('signed in', 'signUpForGathering', 'withdrawSignUp'),
};

export const gatheringRights: Rights = {
  ...fieldsFor(directory, 'Gathering', 'GatheringConnection', 'GatheringEdge', 'SignUp', 'SignUpConnection', 'SignUpEdge'),
  ...fieldsFor('signed in', 'GatheringFigures', 'ParticipationByCountry', 'ParticipationByTheme', 'ParticipationByPolicy'),
  ...fieldsFor('signed in', 'GatheringChanged', 'SignUpChanged', 'GatheringPlanRefused', 'SignUpOpeningRefused'),
  ...fieldsFor(
    'signed in',
    'GatheringCancellationRefused',
    'GatheringAttendanceRefused',
    'GatheringPlacesRefused',
    'SignUpRefused',
    'SignUpWithdrawalRefused',
  ),
};
