import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import type { Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';

/** A row with its place in a list. */
export type Placed<View> = View & Record<`cursor_${number}`, string>;

export interface PageKey {
  readonly companyId: string;
  readonly page: Page;
}

/** Pages of a list of each company: one statement for all companies that are asked for the same page. */
export function pagesByCompany<Key extends PageKey, View extends { readonly companyId: string }>(
  listKey: (key: Key) => string,
  load: (companyIds: readonly string[], key: Key) => Promise<Placed<View>[]>,
) {
  const cacheKeyFn = (key: Key) => `${key.companyId} ${listKey(key)}`;
  return new DataLoader<Key, Connection<View>, string>(
    async (keys) => {
      const pages = new Map<string, Connection<View>>();
      // Fields that ask for the same page share a statement; a document asks for one or two different ones.
      for (const alike of groups(keys, listKey)) {
        const ids = alike.map((key) => key.companyId);
        const rows = byCompany(ids, await load(ids, alike[0]));
        alike.forEach((key, index) => {
          pages.set(
            cacheKeyFn(key),
            key.page.slice(rows[index] ?? [], (row): View => row),
          );
        });
      }
      return keys.map((key) => pages.get(cacheKeyFn(key)) as Connection<View>);
    },
    { cacheKeyFn },
  );
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const found = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group) group.push(item);
    else found.set(keyOf(item), [item]);
  }
  return [...found.values()];
}

export function byKey<Key extends string, Row extends Record<Key, string>>(
  keys: readonly string[],
  rows: readonly Row[],
  key: Key,
): (Row | undefined)[] {
  const found = new Map(rows.map((row) => [row[key] as string, row]));
  return keys.map((one) => found.get(one));
}

export function byCompany<Row extends { readonly companyId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] {
  return by('companyId', ids, rows);
}

/** The rows that belong to each id, in the order of the ids. */
export function by<Key extends string, Row extends Readonly<Record<Key, string>>>(
  key: Key,
  ids: readonly string[],
  rows: readonly Row[],
): Row[][] {
  const found = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row[key])?.push(row);
  return ids.map((id) => found.get(id) ?? []);
}

export function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loaded: Promise<Result> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
