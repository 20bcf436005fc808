import { Supergraph } from '@apollo/federation-internals';
import { readRules } from '../rights/read-rules.ts';
import { plannersCopy } from '../rights/security-links.ts';

/**
 * Says why a supergraph must not be used, or `undefined` when it may.
 *
 * @param known subgraphs that have an address and a key here
 */
export function refusalOf(sdl: string, known: readonly string[]): string | undefined {
  if (/\bcontextArguments\s*:\s*\[\s*\{/.test(sdl)) return 'it uses @fromContext, which this gateway does not carry out';
  try {
    readRules(sdl);
    const supergraph = Supergraph.build(plannersCopy(sdl), { validateSupergraph: true });
    const strangers = supergraph.subgraphsMetadata().flatMap(({ name }) => (known.includes(name) ? [] : [name]));
    if (strangers.length > 0) return `it names subgraphs without an address or key here: ${strangers.join(', ')}`;
    supergraph.apiSchema().toGraphQLJSSchema();
    return undefined;
  } catch (error) {
    return `it is not a valid supergraph (${(error as Error).message.split('\n')[0]})`;
  }
}
