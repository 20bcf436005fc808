import type { SmallSubgraphParts } from './small-subgraph.ts';

/** A gallery whose visitors, friends and dealers each see another part of it. What only its own people see has a word of its own. */
export const gallerySubgraph: SmallSubgraphParts = {
  name: 'gallery',
  sdl: `
    type Query {
      pictures: [Picture]
      picture(id: ID = "1", alarmed: Boolean): Picture
      hung(on: Wall, state: State): [Picture]
      finds: [Find]
      things: [Thing]
      vaultCode: String
    }
    type Mutation { sell(id: ID!): Picture }
    interface Thing { id: ID! title: String }
    union Find = Picture | Strongroom
    type Picture implements Thing @key(fields: "id") { id: ID! title: String state: State states: [State!] insuredFor: Int }
    type Strongroom implements Thing { id: ID! title: String combination: String }
    input Wall { floor: Int passage: String }
    enum State { SHOWN FORGED }
  `,
  resolvers: {
    Query: {
      pictures: () => pictures,
      picture: (_: unknown, { id }: { id: string }) => pictures.find((picture) => picture.id === id) ?? null,
      hung: () => pictures,
      finds: () => [pictures[0], strongroom],
      things: () => [strongroom, pictures[1]],
      vaultCode: () => '4711',
    },
    Mutation: { sell: () => pictures[0] },
    Picture: { __resolveReference: () => pictures[0] },
  },
};

const pictures = [
  { __typename: 'Picture', id: '1', title: 'Dusk', state: 'SHOWN', states: ['SHOWN'], insuredFor: 9_000 },
  { __typename: 'Picture', id: '2', title: 'Dawn', state: 'FORGED', states: ['SHOWN', 'FORGED'], insuredFor: 8_000 },
];
const strongroom = { __typename: 'Strongroom', id: 's', title: 'Cellar', combination: '1-2-3' };

/** What only the gallery's own people may read anywhere. */
export const hiddenWords = [
  'vaultCode',
  '4711',
  'alarmed',
  'Strongroom',
  'combination',
  'insuredFor',
  'passage',
  'FORGED',
  'sell',
  'Cellar',
];

export const galleryContracts = {
  public: 'type Query { pictures: [Picture] } type Picture { title: String }',
  member: 'type Query { pictures: [Picture] picture(id: ID = "1"): Picture } type Picture { id: ID! title: String }',
  partner: `
    type Query { pictures: [Picture] picture(id: ID = "1"): Picture hung(on: Wall, state: State): [Picture] finds: [Find] things: [Thing] }
    interface Thing { id: ID! title: String }
    union Find = Picture
    type Picture implements Thing { id: ID! title: String state: State states: [State!] }
    input Wall { floor: Int }
    enum State { SHOWN }
  `,
  reporting: 'type Query { pictures: [Picture] } type Picture { title: String state: State } enum State { SHOWN }',
};
