import { buildSchema, type GraphQLSchema } from 'graphql';
import { refuseBareWords } from './bare-words.ts';
import { misfit } from './fit.ts';

/** The contracts that are composed, each into a file of its own. Whoever shows no token has the first. */
export const composedContracts = ['public', 'member', 'partner', 'reporting'] as const;

/** All contracts that a token may name. `internal` is whatever the supergraph shows to clients, so there is no file of it. */
export const contracts = [...composedContracts, 'internal'] as const;

export type ComposedContract = (typeof composedContracts)[number];
export type Contract = (typeof contracts)[number];

export function isContract(name: string): name is Contract {
  return contracts.some((contract) => contract === name);
}

/** What the callers of each contract see. */
export type Views = ReadonlyMap<Contract, GraphQLSchema>;

/**
 * Builds the view of each contract onto one version of the graph.
 *
 * @param api all that clients can see at all
 * @throws Error that says which contract does not fit, and why
 */
export function viewsOf(api: GraphQLSchema, sdls: ReadonlyMap<ComposedContract, string>): Views {
  const views = new Map<Contract, GraphQLSchema>([['internal', refuseBareWords(api)]]);
  for (const contract of composedContracts) views.set(contract, view(contract, sdls.get(contract) ?? '', api));
  return views;
}

function view(contract: ComposedContract, sdl: string, api: GraphQLSchema): GraphQLSchema {
  const schema = read(contract, sdl);
  const reason = misfit(schema, api);
  if (reason) throw new Error(`the contract ${contract} does not fit the supergraph: ${reason}`);
  return schema;
}

function read(contract: ComposedContract, sdl: string): GraphQLSchema {
  try {
    return refuseBareWords(buildSchema(sdl));
  } catch (error) {
    throw new Error(`the contract ${contract} is no schema (${(error as Error).message.split('\n')[0]})`);
  }
}
