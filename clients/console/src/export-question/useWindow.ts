import { useState } from 'react';

/** What follows the part of a list that is shown, and how to get at it. */
export interface Rest {
  readonly hasMore: boolean;
  readonly state: 'idle' | 'loading' | 'lost';
  readonly more: () => void;
}

const nothing: Rest = { hasMore: false, state: 'idle', more: () => {} };

/** Shows a long list a handful at a time; when all that is here is shown, the next page is fetched. */
export function useWindow<Item>(
  items: readonly Item[],
  atOnce: number,
  beyond: Rest = nothing,
): { readonly shown: readonly Item[]; readonly rest: Rest } {
  const [size, setSize] = useState(atOnce);
  const isAllShown = size >= items.length;
  const more = () => {
    setSize(size + atOnce * 2);
    if (isAllShown) beyond.more();
  };
  return { shown: items.slice(0, size), rest: { hasMore: !isAllShown || beyond.hasMore, state: isAllShown ? beyond.state : 'idle', more } };
}
