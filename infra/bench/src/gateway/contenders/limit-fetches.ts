import { openPoster, type Poster } from '../load/post.ts';

// biome-ignore lint/suspicious/noExplicitAny: by hand and without a schema; that is the point of it.
type Thing = Record<string, any>;

/** Every question that the two operations need, written by hand, each asked of one subgraph. */
export class LimitFetches {
  private readonly posters = new Map<string, Poster>();

  constructor(private readonly urls: Readonly<Record<string, string>>) {}

  async users(page: number): Promise<Thing[]> {
    return (await this.ask('accounts', 'query($page:Int!){users(page:$page){id username name}}', { page })).users;
  }

  async topProducts(page: number, first: number): Promise<Thing[]> {
    const query = 'query($page:Int!,$first:Int!){topProducts(page:$page,first:$first){upc name price weight}}';
    return (await this.ask('products', query, { page, first })).topProducts;
  }

  /** The named fields of each thing, asked once for each key, found by it. */
  async byKey(subgraph: string, type: 'User' | 'Product', fields: string, things: Iterable<Thing>): Promise<Map<string, Thing>> {
    const key = type === 'User' ? 'id' : 'upc';
    const representations = [...new Map([...things].map((thing) => [thing[key], thing])).values()];
    const query = `query($representations:[_Any!]!){_entities(representations:$representations){... on ${type}{${fields}}}}`;
    const { _entities: found } = await this.ask(subgraph, query, { representations });
    return new Map(representations.map((one, at) => [one[key], found[at]]));
  }

  private async ask(subgraph: string, query: string, variables: object): Promise<Thing> {
    const poster = this.posters.get(subgraph) ?? openPoster(`${this.urls[subgraph]}/graphql`, 64);
    this.posters.set(subgraph, poster);
    const { bytes } = await poster.post(JSON.stringify({ query, variables }), ['content-type', 'application/json']);
    return JSON.parse(bytes.toString()).data;
  }
}

/** What identifies a product to the subgraphs that know it. */
export const product = (upc: string, more: object = {}): Thing => ({ __typename: 'Product', upc, ...more });
export const user = (id: string): Thing => ({ __typename: 'User', id });
