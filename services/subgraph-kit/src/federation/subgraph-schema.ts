import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse, print } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap } from 'type-graphql';
import { BadRepresentation, InvalidInput } from '../errors/errors.ts';
import { type Contracts, tagContracts } from './contracts.ts';
import type { ReferenceResolver, References, Representation } from './references.ts';
import { declareRights, type Rights } from './rights.ts';

export interface SubgraphParts<Context> {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** How each entity is found from its key, by type name. */
  readonly references: References<Context>;
  /** Types that no field returns, such as entities only other subgraphs point to. */
  readonly orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
  /** What a token must carry to ask for each field. */
  readonly rights: Rights;
  /** What outsiders may see; nothing unless listed. */
  readonly contracts?: Contracts;
}

/** What a service shows to the graph: an executable schema, and the text that is committed and composed. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag", "@authenticated", "@requiresScopes"])';

/**
 * Builds a Federation 2 subgraph from type-graphql classes.
 * `printSubgraphSchema` loses the directives of such a schema, so it is printed with them and read again.
 */
export function buildSubgraph<Context>(parts: SubgraphParts<Context>): Subgraph {
  const classes = buildSchemaSync({
    resolvers: parts.resolvers,
    orphanedTypes: parts.orphanedTypes ?? [],
    skipCheck: true,
    // Inputs are parsed by the domain, and a global check would make every field asynchronous.
    validate: false,
  });
  const printed = parse(`${link}\n\n${printSchemaWithDirectives(classes)}`);
  const document = declareRights(tagContracts(printed, parts.contracts ?? {}), parts.rights);
  const sdl = `${print(document)}\n`;
  const resolvers: Record<string, unknown> = createResolversMap(classes);
  for (const [type, resolve] of Object.entries(parts.references)) {
    resolvers[type] = { ...(resolvers[type] as object), __resolveReference: settled(resolve) };
  }
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);
  return { schema, sdl };
}

/** Whatever type and key a gateway may send, the references only ever see texts. */
function requireTexts({ __typename, id }: Representation): void {
  // The library finds a type by the name in a list, too, and then stumbles over it.
  if (typeof __typename !== 'string') throw new BadRepresentation('The type of an entity is a text.');
  if (id !== undefined && typeof id !== 'string') throw new InvalidInput('The key of an entity is a text.');
  if (id === undefined) throw new InvalidInput('An entity is asked for by its key.');
}

/** A reference that cannot be read fails alone: an error thrown at once would take every other entity of the batch with it. */
function settled<Context>(resolve: ReferenceResolver<Context, never>): ReferenceResolver<Context, never> {
  return (reference, context) => {
    try {
      requireTexts(reference);
      return resolve(reference, context);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}
