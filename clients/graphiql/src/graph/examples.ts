import exportQuestion from '../../../../schema/operations/console/export-question.graphql?raw';
import whereTheNetworkIs from '../../../../schema/operations/console/where-the-network-is.graphql?raw';
import openToEverybody from '../../../../schema/operations/graphiql/open-to-everybody.graphql?raw';
import whoLooksWhere from '../../../../schema/operations/hub-app/who-looks-where.graphql?raw';
import activeMembers from '../../../../schema/operations/notebooks/active-members.graphql?raw';

/** What one finds on a first visit: documents that our own clients send, so that none of them goes out of date. */
export const examples = [
  // GraphiQL drops the variables of the first one.
  { query: openToEverybody },
  { query: whereTheNetworkIs },
  { query: exportQuestion, variables: json({ country: 'MA' }) },
  { query: whoLooksWhere, variables: json({ country: 'MA', first: 5 }) },
  { query: activeMembers, variables: json({ first: 5, asOf: '2026-01-01' }) },
];

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
