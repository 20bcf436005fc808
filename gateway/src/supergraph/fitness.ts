import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { viewsOf } from '../contracts/contract.ts';
import { readRules } from '../rights/read-rules.ts';
import type { GraphVersion } from './graph-version.ts';
import { plannersCopy } from './planners-copy.ts';
import { requiredTwoWays } from './required-arguments.ts';

/**
 * Says why a version must not be used, or `undefined` when it may.
 *
 * @param known subgraphs that have an address and a key here
 */
export function refusalOf({ supergraph: sdl, contracts }: GraphVersion, known: readonly string[]): string | undefined {
  const api = apiOf(sdl, known);
  if (typeof api === 'string') return api;
  try {
    viewsOf(api, contracts);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What clients can see at all, or why there is no such thing. */
function apiOf(sdl: string, known: readonly string[]): GraphQLSchema | string {
  if (/\bcontextArguments\s*:\s*\[\s*\{/.test(sdl)) return 'it uses @fromContext, which this gateway does not carry out';
  try {
    const twoWays = requiredTwoWays(sdl);
    if (twoWays !== undefined) return `${twoWays} is required with different arguments, and nobody could tell the two apart`;
    readRules(sdl);
    const supergraph = Supergraph.build(plannersCopy(sdl), { validateSupergraph: true });
    const strangers = supergraph.subgraphsMetadata().flatMap(({ name }) => (known.includes(name) ? [] : [name]));
    if (strangers.length > 0) return `it names subgraphs without an address or key here: ${strangers.join(', ')}`;
    return supergraph.apiSchema().toGraphQLJSSchema();
  } catch (error) {
    return `it is not a valid supergraph (${(error as Error).message.split('\n')[0]})`;
  }
}
