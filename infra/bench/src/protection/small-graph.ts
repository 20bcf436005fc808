import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const federation = (rights: boolean) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"${rights ? ', "@authenticated", "@requiresScopes"' : ''}])`;

/** Two subgraphs with one entity between them. With rights, every field has one, as in the network. */
function sdls(rights: boolean): Record<'books' | 'authors', string> {
  const scope = rights ? '@requiresScopes(scopes: [["members:read"]])' : '';
  const signedIn = rights ? '@authenticated' : '';
  return {
    books: `${federation(rights)}
      type Query { books(first: Int): [Book] ${scope} }
      type Book { id: ID! ${scope} title: String ${scope} pages: Int ${scope} author: Author ${scope} }
      type Author @key(fields: "id") { id: ID! }`,
    authors: `${federation(rights)}
      type Query { authors: [Author] ${signedIn} }
      type Author @key(fields: "id") { id: ID! name: String ${signedIn} town: String ${signedIn} }`,
  };
}

export function supergraphOf(rights: boolean): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdls(rights)).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}.subgraph.invalid/graphql` })),
  );
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

/** Small, and as large as a page of a list: most requests lie between. */
export const documents = {
  small: 'query Few($first: Int) { books(first: $first) { id title author { id name } } }',
  large: 'query Many($first: Int) { books(first: $first) { id title pages author { id name town } } }',
} as const;

export const items: Record<keyof typeof documents, number> = { small: 5, large: 100 };

/** Subgraphs that answer with bytes made beforehand, so that the gateway is all that is measured. */
export async function listen(): Promise<Record<'books' | 'authors', string>> {
  const bodies = new Map<string, string>();
  const answer = (key: string, make: () => object) => bodies.get(key) ?? bodies.set(key, JSON.stringify(make())).get(key) ?? '';
  const books = (count: number) => ({
    data: {
      books: Array.from({ length: count }, (_, at) => ({
        id: `b${at}`,
        title: `Title ${at}`,
        pages: 100 + at,
        author: { __typename: 'Author', id: `a${at}` },
      })),
    },
  });
  const authors = (ids: readonly string[]) => ({
    data: { _entities: ids.map((id) => ({ __typename: 'Author', id, name: `Name of ${id}`, town: 'Albi' })) },
  });
  const open = async (reply: (variables: { first?: number; representations?: readonly { id: string }[] }) => string) => {
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => (text += part));
      request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(reply(JSON.parse(text).variables ?? {})));
    });
    await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    books: await open(({ first = 5 }) => answer(`books ${first}`, () => books(first))),
    authors: await open(({ representations = [] }) => {
      const ids = representations.map(({ id }) => id);
      return answer(`authors ${ids.length}`, () => authors(ids));
    }),
  };
}
