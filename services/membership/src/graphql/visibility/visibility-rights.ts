import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

/** The work of the branches, as the agreements that promises come from; that the network alone promises is said by row. */
export const visibilityQueryRights = fieldsFor(scopes('branch:manage'), 'visibilityPromises');
export const visibilityMutationRights = fieldsFor(
  scopes('members:write', 'branch:manage'),
  'promiseVisibility',
  'deliverVisibility',
  'releaseVisibility',
);

export const visibilityRights: Rights = fieldsFor(
  'signed in',
  'VisibilityPromise',
  'VisibilityPromiseConnection',
  'VisibilityPromiseEdge',
  'PromiseTally',
  'VisibilityPromiseChanged',
  'VisibilityPromiseRefused',
  'VisibilityDeliveryRefused',
  'VisibilityReleaseRefused',
);
