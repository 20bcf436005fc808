import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LimitFetches, product, user } from './limit-fetches.ts';

// biome-ignore lint/suspicious/noExplicitAny: by hand and without a schema; that is the point of it.
type Thing = Record<string, any>;

// The limit: what somebody would write by hand who needs these two operations and nothing else. No GraphQL, no checks, no identity.
const ask = new LimitFetches(JSON.parse(process.argv[2] ?? '{}'));

const opinions = 'id body author{id username reviews{id body product{upc}}}';

/** Names of authors, and the four facts of each product: three calls. */
async function lookUp(authors: Iterable<Thing>, products: Iterable<Thing>) {
  const keys = [...new Set([...products].map(({ upc }) => upc as string))];
  const [names, facts] = await Promise.all([
    ask.byKey('accounts', 'User', 'name', new Set([...authors].map(({ id }) => id as string).map(user))),
    ask
      .byKey(
        'products',
        'Product',
        'name price weight',
        keys.map((upc) => product(upc)),
      )
      .then(async (found) => {
        const priced = keys.map((upc) => product(upc, { price: found.get(upc)?.['price'], weight: found.get(upc)?.['weight'] }));
        const stock = await ask.byKey('inventory', 'Product', 'inStock shippingEstimate', priced);
        return new Map(keys.map((upc) => [upc, { upc, ...found.get(upc), ...stock.get(upc) }]));
      }),
  ]);
  return { names, facts };
}

/** Puts what was looked up where it belongs. */
function complete(reviews: Iterable<Thing>, { names, facts }: Awaited<ReturnType<typeof lookUp>>): void {
  for (const { author } of reviews) {
    author.name = names.get(author.id)?.['name'];
    for (const review of author.reviews) review.product = facts.get(review.product.upc);
  }
}

async function wideUsers(page: number): Promise<Thing[]> {
  const users = await ask.users(page);
  const fields = `reviews{id body product{upc reviews{${opinions}}}}`;
  const found = await ask.byKey(
    'reviews',
    'User',
    fields,
    users.map(({ id }) => user(id as string)),
  );
  for (const one of users) one['reviews'] = found.get(one['id'])?.['reviews'];
  const outer: Thing[] = users.flatMap(({ reviews }) => reviews);
  const inner: Thing[] = outer.flatMap((review) => review['product'].reviews);
  const deepest = inner.flatMap((review) => review['author'].reviews as Thing[]);
  const known = await lookUp(
    inner.map((review) => review['author']),
    [...outer, ...deepest].map((review) => review['product']),
  );
  for (const review of outer) Object.assign(review['product'], known.facts.get(review['product'].upc));
  complete(inner, known);
  return users;
}

async function wideProducts(page: number, first: number): Promise<Thing[]> {
  const products = await ask.topProducts(page, first);
  const keys = products.map(({ upc }) => product(upc as string));
  const [found, stock] = await Promise.all([
    ask.byKey('reviews', 'Product', `reviews{${opinions}}`, keys).then(async (found) => {
      const reviews = [...found.values()].flatMap((one) => one['reviews'] as Thing[]);
      const deepest = reviews.flatMap((review) => review['author'].reviews as Thing[]);
      complete(
        reviews,
        await lookUp(
          reviews.map((review) => review['author']),
          deepest.map((review) => review['product']),
        ),
      );
      return found;
    }),
    ask.byKey(
      'inventory',
      'Product',
      'inStock shippingEstimate',
      products.map(({ upc, price, weight }) => product(upc, { price, weight })),
    ),
  ]);
  return products.map((one) => ({ ...one, ...stock.get(one['upc']), reviews: found.get(one['upc'])?.['reviews'] }));
}

async function heavy(page: number, first: number): Promise<object> {
  const [users, topProducts] = await Promise.all([wideUsers(page), wideProducts(page, first)]);
  return { users, topProducts };
}

async function middle(page: number, first: number): Promise<object> {
  const products = await ask.topProducts(page, first);
  const keys = products.map(({ upc }) => product(upc as string));
  const [found, stock] = await Promise.all([
    ask.byKey('reviews', 'Product', 'reviews{id body author{id username}}', keys).then(async (found) => {
      const authors = [...found.values()].flatMap(({ reviews }) => (reviews as Thing[]).map((review) => review['author']));
      const names = await ask.byKey(
        'accounts',
        'User',
        'name',
        authors.map(({ id }) => user(id)),
      );
      for (const author of authors) author.name = names.get(author.id)?.['name'];
      return found;
    }),
    ask.byKey(
      'inventory',
      'Product',
      'inStock shippingEstimate',
      products.map(({ upc, price, weight }) => product(upc, { price, weight })),
    ),
  ]);
  return {
    topProducts: products.map(({ upc, name, price }) => ({ upc, name, price, ...stock.get(upc), reviews: found.get(upc)?.['reviews'] })),
  };
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', async () => {
    const { query, variables } = JSON.parse(Buffer.concat(parts).toString());
    const data = await (query.startsWith('query Heavy') ? heavy : middle)(variables.page, variables.first);
    const bytes = Buffer.from(JSON.stringify({ data }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  });
});
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
