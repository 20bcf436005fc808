import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../identity/caller.ts';
import type { Rules } from './read-rules.ts';
import { isMet, type Rule } from './rule.ts';

/** Who may ask the graph about itself: everybody, or only those whose token says `schema:read`. Either way they see their own contract only. */
export type Introspection = 'everybody' | 'schema-readers';

const rulesFor: Readonly<Record<Introspection, readonly Rule[]>> = { everybody: [], 'schema-readers': [{ scopes: [['schema:read']] }] };

/** The rules of a graph with those for asking about it. */
export function withIntrospection(rules: Rules, schema: GraphQLSchema, introspection: Introspection): Rules {
  const query = schema.getQueryType()?.name;
  const own = rulesFor[introspection];
  return own.length === 0 ? rules : new Map([...rules, [`${query}.__schema`, own], [`${query}.__type`, own]]);
}

/** Whether somebody may read the schema, in whatever form. */
export function mayReadSchema(introspection: Introspection, caller: Caller): boolean {
  return rulesFor[introspection].every((rule) => isMet(rule, caller));
}
