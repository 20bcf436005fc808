import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse, print } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap } from 'type-graphql';
import { type Contracts, tagContracts } from './contracts.ts';
import { entitiesResolver, entityType } from './entities.ts';
import type { References } from './references.ts';
import { declareRights, type Rights } from './rights.ts';

export interface SubgraphParts<Context extends object> {
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
export function buildSubgraph<Context extends object>(parts: SubgraphParts<Context>): Subgraph {
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
  if (Object.keys(parts.references).length > 0) {
    resolvers['Query'] = { ...(resolvers['Query'] as object), _entities: entitiesResolver(parts.references) };
    resolvers['_Entity'] = { __resolveType: entityType };
  }
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);
  return { schema, sdl };
}
