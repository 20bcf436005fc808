import type { GraphQLSchema } from 'graphql';
import type { Rules } from './read-rules.ts';

/** Who may ask the graph about itself: everybody, or only those who show a token. */
export type Introspection = 'everybody' | 'signed-in';

/** The rules of a graph with those for asking about it. */
export function withIntrospection(rules: Rules, schema: GraphQLSchema, introspection: Introspection): Rules {
  if (introspection === 'everybody') return rules;
  const query = schema.getQueryType()?.name;
  return new Map([...rules, [`${query}.__schema`, [{}]], [`${query}.__type`, [{}]]]);
}
