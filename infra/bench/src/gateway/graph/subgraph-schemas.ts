import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { type SubgraphName, sdlsOf, subgraphs } from './sdls.ts';
import { pageOf, productByUpc, shippingOf, userById } from './shop.ts';

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules
  ? Extract<Modules, { resolvers?: unknown }>['resolvers']
  : never;

const resolvers: Record<SubgraphName, NonNullable<Resolvers>> = {
  accounts: {
    Query: { users: (_root: unknown, { page }: { page: number }) => pageOf(page).users },
    User: { __resolveReference: ({ id }: { id: string }) => userById(id) },
  },
  inventory: {
    Product: {
      // From what the gateway sends and nothing else: one that sends no price gets no estimate.
      __resolveReference: (sent: { upc: string; price?: unknown; weight?: unknown }) => ({
        ...productByUpc(sent.upc),
        shippingEstimate: shippingOf(sent),
      }),
    },
  },
  products: {
    Query: {
      topProducts: (_root: unknown, { page, first }: { page: number; first: number }) => pageOf(page).products.slice(0, first),
    },
    Product: { __resolveReference: ({ upc }: { upc: string }) => productByUpc(upc) },
  },
  reviews: {
    User: { __resolveReference: ({ id }: { id: string }) => userById(id) },
    Product: { __resolveReference: ({ upc }: { upc: string }) => productByUpc(upc) },
  },
};

export function subgraphSchemas(): Record<SubgraphName, GraphQLSchema> {
  const sdls = sdlsOf(false);
  const schemas = subgraphs.map((name) => [name, buildSubgraphSchema({ typeDefs: parse(sdls[name]), resolvers: resolvers[name] })]);
  return Object.fromEntries(schemas);
}
