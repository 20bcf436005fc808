import type { Edge, PageInfo } from '@leader/subgraph-kit/pagination/connection.type';
import type { Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Placed } from '../use-cases/views.ts';

/** A page as the connection types of the kit show it: the count is only taken when a client asks for it. */
export interface CountedPage<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<number>;
}

export function countedPage<View, Node>(
  page: Page,
  rows: readonly Placed<View>[],
  toNode: (view: Placed<View>) => Node,
  count: () => Promise<number>,
): CountedPage<Node> {
  return { ...page.slice(rows, toNode), count };
}
