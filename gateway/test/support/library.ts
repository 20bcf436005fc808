import type { SmallSubgraphParts } from './small-subgraph.ts';

/** Three subgraphs about books: `books` owns them, `stock` prices them, `readers` writes about them. */
export const books = [
  { id: '1', title: 'Roots', pages: 120, authorId: 'a' },
  { id: '2', title: 'Leaves', pages: 80, authorId: 'b' },
  { id: '3', title: 'Bark', pages: null, authorId: 'a' },
];

const byId = (id: string) => books.find((book) => book.id === id) ?? null;

export const booksSubgraph: SmallSubgraphParts = {
  name: 'books',
  sdl: `
    type Query {
      book(id: ID!): Book
      books: [Book!]!
      "The first item stands at two places, so that one representation counts for both."
      shelf: [Book]
      things: [Thing!]
      search(filter: Filter = { longerThan: 100 }, kind: Kind): [Book!]
      echo(text: String = "unsaid"): String
      kind: Kind
      required: String!
      nested: Nest
    }
    type Mutation { addPage(id: ID!): Book removePage(id: ID!): Book }
    enum Kind { NOVEL ESSAY }
    input Filter { longerThan: Int = 50 }
    interface Thing { id: ID! name: String }
    type Nest { deep: [Deep] }
    type Deep { value: String! other: Int }
    type Book implements Thing @key(fields: "id") {
      id: ID! name: String title: String pages: Int weight: Weight author: Author kind: Kind available: Boolean ratio: Float
    }
    type Weight { grams: Int }
    type Author implements Thing @key(fields: "id") { id: ID! name: String books: [Book!] }
    type Lamp implements Thing { id: ID! name: String watts: Int! }
  `,
  resolvers: {
    Query: {
      book: (_: unknown, { id }: { id: string }) => byId(id),
      books: () => books,
      shelf: () => [books[0], null, books[1], books[0]],
      things: () => [
        { __typename: 'Book', ...books[0] },
        { __typename: 'Lamp', id: 'l', watts: 40 },
        { __typename: 'Author', id: 'a' },
      ],
      search: (_: unknown, { filter }: { filter: { longerThan: number } }) => books.filter((book) => (book.pages ?? 0) > filter.longerThan),
      echo: (_: unknown, { text }: { text: string }) => text,
      kind: () => 'NOVEL',
      required: () => 'here',
      nested: () => ({
        deep: [
          { value: 'x', other: 1 },
          { value: 'y', other: 2 },
        ],
      }),
    },
    Mutation: {
      addPage: (_: unknown, { id }: { id: string }) => ({ ...byId(id), pages: (byId(id)?.pages ?? 0) + 1 }),
      removePage: (_: unknown, { id }: { id: string }) => ({ ...byId(id), pages: (byId(id)?.pages ?? 0) - 1 }),
    },
    Book: {
      __resolveReference: ({ id }: { id: string }) => byId(id),
      name: (book: { title: string }) => book.title,
      weight: (book: { pages: number | null }) => (book.pages === null ? null : { grams: book.pages * 5 }),
      author: (book: { authorId: string }) => ({ id: book.authorId }),
      kind: () => 'NOVEL',
      available: () => true,
      ratio: () => 0.5,
    },
    Author: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }) => `author ${id}`,
      books: ({ id }: { id: string }) => books.filter((book) => book.authorId === id),
    },
    Lamp: { name: () => 'lamp' },
  },
};

export const stockSubgraph: SmallSubgraphParts = {
  name: 'stock',
  sdl: `
    type Query { cheapest: Book }
    type Mutation { buy(id: ID!): Receipt }
    type Receipt { book: Book count: Int! }
    type Book @key(fields: "id") {
      id: ID!
      pages: Int @external
      weight: Weight @external
      price: Int
      pricePerPage: Float @requires(fields: "pages")
      postage: Int @requires(fields: "weight { grams }")
      warehouse: Warehouse
    }
    type Weight @external { grams: Int }
    type Warehouse { city: String! shelf: Int boss: Author }
    type Author @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { cheapest: () => ({ id: '2' }) },
    Mutation: { buy: (_: unknown, { id }: { id: string }) => ({ book: { id }, count: 1 }) },
    Book: {
      __resolveReference: (reference: { id: string }) => (reference.id === '404' ? null : reference),
      price: ({ id }: { id: string }) => Number(id) * 100,
      pricePerPage: ({ id, pages }: { id: string; pages: number | null }) => (pages === null ? null : (Number(id) * 100) / pages),
      postage: ({ weight }: { weight: { grams: number | null } | null }) => (weight === null ? null : (weight.grams ?? 0) * 2),
      warehouse: ({ id }: { id: string }) => ({ city: `city ${id}`, shelf: Number(id), boss: { id: 'b' } }),
    },
  },
};

export const readersSubgraph: SmallSubgraphParts = {
  name: 'readers',
  sdl: `
    type Query { reviews: [Review] }
    type Review { text: String book: Book mood: Mood }
    enum Mood { GOOD BAD }
    type Book @key(fields: "id") { id: ID! price: Int @external reviews: [Review] verdict: String @requires(fields: "price") stars: Int! }
    type Author @key(fields: "id") { id: ID! fans(atLeast: Int): Int! }
  `,
  resolvers: {
    Query: {
      reviews: () => [
        { text: 'fine', book: { id: '1' }, mood: 'GOOD' },
        { text: 'lost', book: { id: '404' }, mood: 'BAD' },
      ],
    },
    Book: {
      __resolveReference: (reference: { id: string }) => reference,
      reviews: ({ id }: { id: string }) => [{ text: `on ${id}`, book: { id }, mood: 'GOOD' }],
      verdict: ({ price }: { price: number | null }) => (price === null ? 'price unknown' : `costs ${price}`),
      stars: () => 4,
    },
    Author: {
      __resolveReference: (reference: { id: string }) => reference,
      fans: (_: unknown, { atLeast }: { atLeast?: number }) => Math.max(7, atLeast ?? 0),
    },
  },
};

export const library = [booksSubgraph, stockSubgraph, readersSubgraph] as const;
