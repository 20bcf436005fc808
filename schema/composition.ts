import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { composeServices as composeServicesAgain } from '@theguild/federation-composition';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { differences } from './checks/differences.ts';
import type { SubgraphSdl } from './subgraph-files.ts';

export type Composition = { readonly supergraph: string; readonly api: GraphQLSchema } | { readonly problems: readonly string[] };

/** Composes the subgraphs into one. Two composers of different makers must succeed and agree on what clients see. */
export function compose(subgraphs: readonly SubgraphSdl[]): Composition {
  const services = subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.subgraph.invalid/graphql` }));
  const first = composeServices(services);
  if (!first.supergraphSdl) return { problems: (first.errors ?? []).map((error) => error.message) };
  const second = composeServicesAgain(services);
  if (!second.publicSdl) return { problems: (second.errors ?? []).map((error) => `the second composer refuses: ${error.message}`) };

  const api = Supergraph.build(first.supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
    .apiSchema()
    .toGraphQLJSSchema();
  const disagreement = differences(sorted(api), sorted(buildSchema(second.publicSdl, { assumeValidSDL: true })));
  if (disagreement.length > 0) return { problems: ['the two composers disagree on what clients see:', ...disagreement] };
  return { supergraph: `${first.supergraphSdl.trim()}\n`, api };
}

function sorted(schema: GraphQLSchema): string {
  return printSchema(lexicographicSortSchema(schema));
}
