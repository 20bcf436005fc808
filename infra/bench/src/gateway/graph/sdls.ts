/** The subgraphs of the public federation benchmarks. */
export const subgraphs = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type SubgraphName = (typeof subgraphs)[number];

const federation = (rights: boolean) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"${rights ? ', "@requiresScopes"' : ''}])`;

/** @param rights whether every field demands a scope, as in the network */
export function sdlsOf(rights: boolean): Record<SubgraphName, string> {
  const scope = rights ? '@requiresScopes(scopes: [["members:read"]])' : '';
  return {
    accounts: `${federation(rights)}
      type Query { users(page: Int!): [User] ${scope} }
      type User @key(fields: "id") { id: ID! name: String ${scope} username: String @shareable ${scope} }`,
    inventory: `${federation(rights)}
      type Product @key(fields: "upc") {
        upc: ID! weight: Int @external price: Int @external
        inStock: Boolean ${scope}
        shippingEstimate: Int @requires(fields: "price weight") ${scope}
      }`,
    products: `${federation(rights)}
      type Query { topProducts(page: Int!, first: Int!): [Product] ${scope} }
      type Product @key(fields: "upc") { upc: ID! name: String ${scope} price: Int ${scope} weight: Int ${scope} }`,
    reviews: `${federation(rights)}
      type Review @key(fields: "id") { id: ID! body: String ${scope} author: User @provides(fields: "username") ${scope} product: Product ${scope} }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] ${scope} }
      type Product @key(fields: "upc") { upc: ID! reviews: [Review] ${scope} }`,
  };
}

/** The same subgraphs in the words of the first version of federation, for who knows no other. */
export const sdlsOfTheFirstVersion: Record<SubgraphName, string> = {
  accounts: `extend type Query { users(page: Int!): [User] }
    type User @key(fields: "id") { id: ID! name: String username: String }`,
  inventory: `extend type Product @key(fields: "upc") {
      upc: ID! @external weight: Int @external price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `extend type Query { topProducts(page: Int!, first: Int!): [Product] }
    type Product @key(fields: "upc") { upc: ID! name: String price: Int weight: Int }`,
  reviews: `type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: ID! @external reviews: [Review] }`,
};

/** All of it as one schema, which says what is right. */
export const wholeSdl = `
  type Query { users(page: Int!): [User] topProducts(page: Int!, first: Int!): [Product] }
  type User { id: ID! name: String username: String reviews: [Review] }
  type Product { upc: ID! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review] }
  type Review { id: ID! body: String author: User product: Product }
`;
