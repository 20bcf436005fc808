/** A page is a shop of its own: no answer about one has anything in common with an answer about another. */
export const pages = 48;
const usersOfAPage = 6;
const productsOfAPage = 9;
const reviewsOfAPage = 24;

export interface User {
  readonly __typename: 'User';
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly reviews: () => readonly Review[];
}

export interface Product {
  readonly __typename: 'Product';
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
  readonly shippingEstimate: () => number | null;
  readonly reviews: () => readonly Review[];
}

export interface Review {
  readonly __typename: 'Review';
  readonly id: string;
  readonly body: string;
  readonly author: () => User | undefined;
  readonly product: () => Product | undefined;
}

interface Page {
  readonly users: readonly User[];
  readonly products: readonly Product[];
  readonly reviews: readonly Review[];
}

const known = new Map<number, Page>();

/** The same page is always the same. */
export function pageOf(number: number): Page {
  const page = known.get(number) ?? invent(number);
  known.set(number, page);
  return page;
}

export const userById = (id: string): User | undefined => pageOf(pageIn(id)).users.find((user) => user.id === id);

export const productByUpc = (upc: string): Product | undefined => pageOf(pageIn(upc)).products.find((product) => product.upc === upc);

/** What sending costs: dear things are sent for nothing. Unknown while price or weight is. */
export function shippingOf({ price, weight }: { readonly price?: unknown; readonly weight?: unknown }): number | null {
  if (typeof price !== 'number' || typeof weight !== 'number') return null;
  return price > 1_000 ? 0 : Math.round(weight / 2);
}

/** Ids begin with a letter and the number of their page. */
function pageIn(id: string): number {
  return Number(id.slice(1).split('-')[0]);
}

function invent(page: number): Page {
  const of = (kind: string, at: number) => `${kind}${page}-${at}`;
  const users = Array.from({ length: usersOfAPage }, (_, at): User => {
    const id = of('u', at);
    const reviews = () => pageOf(page).reviews.filter((review) => review.author()?.id === id);
    return { __typename: 'User', id, name: `Camille Cazals ${id}`, username: `@camille.${id}`, reviews };
  });
  const products = Array.from({ length: productsOfAPage }, (_, at): Product => {
    const upc = of('p', at);
    const [price, weight] = [199 + 157 * at, 100 + 75 * at];
    const shippingEstimate = () => shippingOf({ price, weight });
    const reviews = () => pageOf(page).reviews.filter((review) => review.product()?.upc === upc);
    return { __typename: 'Product', upc, name: `Établi ${upc}`, price, weight, inStock: at % 3 !== 1, shippingEstimate, reviews };
  });
  const reviews = Array.from(
    { length: reviewsOfAPage },
    (_, at): Review => ({
      __typename: 'Review',
      id: of('r', at),
      body: `Solide, bien fini, ${at} fois sur dix "comme neuf".`,
      author: () => users[at % usersOfAPage],
      product: () => products[(at * 5) % productsOfAPage],
    }),
  );
  return { users, products, reviews };
}
