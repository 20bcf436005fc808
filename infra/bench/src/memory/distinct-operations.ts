import type { Running } from '../gateway/contenders/start.ts';
import { pageOf, pages } from '../gateway/graph/shop.ts';
import type { Reply } from '../gateway/load/post.ts';

const atOnce = 16;

/** An operation that nobody has sent before: its number stands in its text. Every tenth needs a second subgraph. */
function operation(number: number): { readonly body: string; readonly name: string; readonly expected: string } {
  const page = number % pages;
  const name = `n${number}`;
  const more = number % 10 === 0 ? `reviews { r${number}: id }` : `p${number}: price`;
  return {
    body: JSON.stringify({
      query: `query Q${number}($page: Int!) { topProducts(page: $page, first: 2) { ${name}: name ${more} } }`,
      variables: { page },
    }),
    name,
    expected: pageOf(page).products[0]?.name ?? '',
  };
}

/** Sends the operations with these numbers, each once. @throws Error at the first wrong answer */
export async function sendDistinct(running: Running, headers: readonly string[], from: number, to: number): Promise<void> {
  let next = from;
  const ask = async () => {
    while (next < to) {
      const { body, name, expected } = operation(next++);
      requireName(await running.poster.post(body, headers), name, expected);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
}

function requireName({ status, bytes }: Reply, name: string, expected: string): void {
  const { data, errors } = JSON.parse(bytes.toString());
  if (status === 200 && errors === undefined && data.topProducts[0][name] === expected) return;
  throw new Error(`an operation was answered wrongly, with status ${status}: ${bytes.toString().slice(0, 300)}`);
}
