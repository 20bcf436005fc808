import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { buildSchema, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema, graphql, printSchema } from 'graphql';
import { apiOf, SmallNetwork } from '../support/small-network.ts';
import { SmallSubgraph, type SmallSubgraphParts } from '../support/small-subgraph.ts';
import { hashOf } from './dice.ts';
import type { TypeModel, World } from './world.ts';
import { type Node, partValue, thingFor, wholeValue } from './world-data.ts';
import { sdlOf } from './world-sdl.ts';

type Arguments = Record<string, unknown>;

const noLimits = {
  LIMIT_TOKENS: '20000',
  LIMIT_SELECTIONS: '20000',
  LIMIT_ALIASES: '20000',
  LIMIT_REPETITIONS: '20000',
  LIMIT_DEPTH: '200',
  LIMIT_DIRECTIVES: '1000',
  LIMIT_ROOT_MUTATION_FIELDS: '100',
  COST_MODE: 'measure',
  // There are no documents of these graphs, and none of ours fit.
  DOCUMENTS_DIR: fileURLToPath(new URL('.', import.meta.url)),
};

/** In milliseconds: answers come in another order than questions went out, and for the same questions in the same one again. */
const paceOf = (question: string) => Math.max(0, (hashOf(question) % 8) - 3);

/** The subgraphs of a world; nothing when they do not fit together. */
export function partsOf(world: World): { readonly parts: SmallSubgraphParts[]; readonly api: GraphQLSchema } | undefined {
  const parts = world.subgraphs.map((name) => ({
    name,
    sdl: sdlOf(world, name),
    resolvers: resolversOf(world, name),
    pace: (body: string) => paceOf(`${name} ${body}`),
  }));
  try {
    const typed = parts.map((part) => new SmallSubgraph(part, { kid: 'none', secret: Buffer.alloc(32) }));
    const { supergraphSdl } = composeServices(typed.map(({ name, typeDefs }) => ({ name, typeDefs })));
    if (supergraphSdl === undefined) return undefined;
    return { parts, api: buildSchema(printSchema(apiOf(supergraphSdl))) };
  } catch {
    return undefined;
  }
}

export function startNetwork(parts: readonly SmallSubgraphParts[]): Promise<SmallNetwork> {
  return SmallNetwork.start(parts, noLimits);
}

/** The world as one server without borders. */
export function askTheWhole(world: World, schema: GraphQLSchema, source: string, variableValues: Arguments): Promise<ExecutionResult> {
  const fieldResolver: GraphQLFieldResolver<Node | undefined, unknown> = (node, args, _context, { parentType, fieldName }) =>
    wholeValue(world, node ?? rootNode(parentType.name), fieldName, args);
  return graphql({ schema, source, variableValues, fieldResolver: fieldResolver as GraphQLFieldResolver<unknown, unknown> });
}

function resolversOf(world: World, home: string): Record<string, unknown> {
  return Object.fromEntries(
    [...world.types.values()].flatMap((type) => {
      const isKnown = (type.homes.includes(home) && type.kind !== 'union') || type.objectIn === home;
      const text = isKnown ? resolversOfType(world, type, home) : {};
      return Object.keys(text).length > 0 ? [[type.name, text]] : [];
    }),
  );
}

function resolversOfType(world: World, type: TypeModel, home: string): Record<string, unknown> {
  const isObject = type.kind !== 'interface' || type.objectIn === home;
  const here = type.fields.filter(
    (field) => isObject && (field.homes.includes(home) || field.externalIn.has(home) || field.movedFrom === home),
  );
  const fields = here.map(({ name }) => [
    name,
    (node: Node | undefined, args: Arguments) => partValue(world, home, type.name, node ?? rootNode(type.name), name, args),
  ]);
  const entity = type.keys.has(home) ? [['__resolveReference', (reference: Arguments) => thingFor(world, reference)]] : [];
  return Object.fromEntries([...fields, ...entity]);
}

function rootNode(name: string): Node {
  return { __typename: name, id: name };
}
