import type { SmallSubgraphParts } from './small-subgraph.ts';

/** Two subgraphs about papers that not everybody may see: `papers` owns them, `insurers` know what they are worth. */
export const papersSubgraph: SmallSubgraphParts = {
  name: 'papers',
  sdl: `
    type Query { open: String paper: Paper papers: [Paper!] holder: Holder holders: [Holder] found: Found count(of: Int): Int }
    type Mutation { stamp: Paper vote: Int @authenticated burn: Paper @requiresScopes(scopes: [["papers:burn"]]) }
    interface Holder { id: ID! weight: Int }
    union Found = Paper | Lamp | Sealed
    enum Grade @authenticated { FINE POOR }
    scalar Mark @requiresScopes(scopes: [["marks:read"]])
    type Paper implements Holder @key(fields: "id") {
      id: ID! title: String best: Paper grade: Grade mark: Mark sealed: Sealed
      weight: Int @requiresScopes(scopes: [["papers:weigh"]])
      value: Int @authenticated @requiresScopes(scopes: [["papers:value"]])
      owner: String @authenticated
      secret: Int @inaccessible
    }
    type Lamp implements Holder { id: ID! weight: Int watts: Int }
    type Sealed @requiresScopes(scopes: [["sealed:read"], ["staff", "keys"]]) { text: String }
  `,
  resolvers: {
    Query: {
      open: () => 'open',
      paper: () => paper,
      papers: () => [paper],
      holder: () => ({ __typename: 'Paper', ...paper }),
      holders: () => [{ __typename: 'Lamp', id: 'l', weight: 1 }],
      found: () => ({ __typename: 'Lamp', id: 'l', weight: 1, watts: 40 }),
    },
    Mutation: { stamp: () => paper, vote: () => 1, burn: () => paper },
    Paper: { __resolveReference: () => paper, best: () => paper },
  },
};

const paper = { id: '1', title: 'Deed', weight: 9, value: 7, grade: 'FINE', mark: 'x', owner: 'o', sealed: { text: 's' } };

export const insurersSubgraph: SmallSubgraphParts = {
  name: 'insurers',
  sdl: `
    type Paper @key(fields: "id") {
      id: ID! value: Int @external
      premium: Int @requires(fields: "value") @authenticated @requiresScopes(scopes: [["papers:value"]])
      insurer: Insurer
    }
    type Insurer { name: String claims: [Claim] }
    type Claim @requiresScopes(scopes: [["claims:read"]]) { amount: Int }
  `,
  resolvers: {
    Paper: {
      __resolveReference: (reference: object) => reference,
      premium: ({ value }: { value: number }) => value * 2,
      insurer: () => ({ name: 'Old Mutual', claims: [{ amount: 5 }] }),
    },
  },
};

export const archive = [papersSubgraph, insurersSubgraph] as const;
