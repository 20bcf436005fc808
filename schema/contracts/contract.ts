import { composeSchemaContract } from '@theguild/federation-composition';
import { buildSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import type { SubgraphSdl } from '../subgraph-files.ts';
import { coordinatesIn, taggedCoordinates, typesTaggedAsWhole } from './coordinates.ts';

export type Contract = { readonly sdl: string; readonly schema: GraphQLSchema } | { readonly problems: readonly string[] };

/**
 * Composes what outsiders of one contract see: whatever carries its tag and nothing else, so that an element nobody thought
 * of is not for them. Fails when the composer let anything through that no subgraph tagged, or left out what one did.
 */
export function composeContract(contract: string, subgraphs: readonly SubgraphSdl[]): Contract {
  const documents = subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl, { noLocation: true }) }));
  const wholeTypes = documents.flatMap(({ name, typeDefs }) =>
    typesTaggedAsWhole(typeDefs).map(
      (type) => `${name}: tag the members of ${type}, not the type: its tag would cover every member to come`,
    ),
  );
  if (wholeTypes.length > 0) return { problems: wholeTypes };

  const composed = composeSchemaContract(documents, { include: new Set([contract]), exclude: new Set() });
  if (!composed.publicSdl)
    return { problems: (composed.errors ?? []).map(({ message }) => `the contract ${contract} does not compose: ${message}`) };

  const schema = lexicographicSortSchema(buildSchema(composed.publicSdl, { assumeValidSDL: true }));
  const sdl = `${printSchema(schema).trim()}\n`;
  const tagged = new Set(documents.flatMap(({ typeDefs }) => taggedCoordinates(typeDefs, contract)));
  const shown = new Set(coordinatesIn(parse(sdl, { noLocation: true })));
  const problems = [
    ...[...shown].filter((one) => !tagged.has(one)).map((one) => `the contract ${contract} shows ${one}, which no subgraph tagged`),
    // The composer leaves out what has no way to it, without a word.
    ...[...tagged].filter((one) => !shown.has(one)).map((one) => `${one} is tagged for ${contract}, and nothing it shows leads there`),
  ];
  return problems.length > 0 ? { problems } : { sdl, schema };
}
