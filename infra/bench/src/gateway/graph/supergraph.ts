import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type SubgraphName, sdlsOf, subgraphs } from './sdls.ts';

/** The composed supergraph; `rights` is said in `sdlsOf`. */
export function supergraphOf(rights: boolean, urlOf: (name: SubgraphName) => string): string {
  const sdls = sdlsOf(rights);
  const { supergraphSdl, errors } = composeServices(subgraphs.map((name) => ({ name, typeDefs: parse(sdls[name]), url: urlOf(name) })));
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
