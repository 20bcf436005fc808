import { useState } from 'react';
import { type Client, useClient } from 'urql';
import type { Rest } from './useWindow.ts';

/** A page of a list, as every list of the graph comes. */
export interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Node> extends Rest {
  readonly nodes: readonly Node[];
}

/** A list that grows page by page, from the first one that came with the answer. */
export function usePages<Node>(
  first: Page<Node>,
  next: (client: Client, after: string) => Promise<Page<Node> | null | undefined>,
): Pages<Node> {
  const client = useClient();
  const [followers, setFollowers] = useState<{ readonly of: Page<Node>; readonly pages: readonly Page<Node>[] }>({ of: first, pages: [] });
  const [state, setState] = useState<Rest['state']>('idle');
  // A new first page (other dates, another language) makes the pages that followed the old one worthless.
  const pages = [first, ...(followers.of === first ? followers.pages : [])];
  const last = pages.at(-1)?.pageInfo;
  const more = async () => {
    if (!last?.endCursor) return;
    setState('loading');
    const page = await next(client, last.endCursor).catch(() => undefined);
    if (page) setFollowers({ of: first, pages: [...pages.slice(1), page] });
    setState(page ? 'idle' : 'lost');
  };
  return {
    nodes: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    hasMore: last?.hasNextPage ?? false,
    state,
    more: () => void more(),
  };
}
