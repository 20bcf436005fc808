import DataLoader from 'dataloader';
import type { ByParent, PageCut } from '../use-cases/ports.ts';

/** Asks for many keys with one statement; what a key has nothing for is `absent`. */
export function byKey<Value>(read: (keys: readonly string[]) => Promise<ByParent<Value>>, absent: Value): DataLoader<string, Value> {
  return new DataLoader(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key) ?? absent);
  });
}

/** A parent's list, and what else tells two lists of the same parent apart. */
export interface ListOf<Kind extends string> {
  readonly kind: Kind;
  readonly parent: string;
}

/** One statement for each kind of list, whatever the number of parents. */
export function byList<Kind extends string, Value>(
  read: (kind: Kind, parents: readonly string[]) => Promise<ByParent<Value>>,
  absent: Value,
): DataLoader<ListOf<Kind>, Value, string> {
  return new DataLoader(
    (lists) =>
      grouped(
        lists,
        (list) => list.kind,
        (group, parents) => read(group.kind, parents),
        absent,
      ),
    {
      cacheKeyFn: (list) => `${list.kind} ${list.parent}`,
    },
  );
}

export interface PageOf<Kind extends string> extends ListOf<Kind> {
  readonly page: PageCut;
}

/** One statement for each kind of list and page of it, whatever the number of parents. */
export function byPage<Kind extends string, Row>(
  read: (kind: Kind, parents: readonly string[], page: PageCut) => Promise<ByParent<readonly Row[]>>,
): DataLoader<PageOf<Kind>, readonly Row[], string> {
  return new DataLoader((lists) => grouped(lists, pageKey, (group, parents) => read(group.kind, parents, group.page), []), {
    cacheKeyFn: (list) => `${pageKey(list)} ${list.parent}`,
  });
}

function pageKey(list: PageOf<string>): string {
  return `${list.kind} ${list.page.key}`;
}

/** Reads each group of keys at once, and puts the values back in the order of the keys. */
export async function grouped<Key extends { readonly parent: string }, Value>(
  keys: readonly Key[],
  groupOf: (key: Key) => string,
  read: (one: Key, parents: readonly string[]) => Promise<ByParent<Value>>,
  absent: Value,
): Promise<Value[]> {
  const groups = new Map<string, Key[]>();
  for (const key of keys) groups.set(groupOf(key), [...(groups.get(groupOf(key)) ?? []), key]);
  const found = new Map<string, ByParent<Value>>();
  await Promise.all(
    [...groups].map(async ([name, members]) => {
      const parents = [...new Set(members.map((member) => member.parent))];
      found.set(name, await read(members[0] as Key, parents));
    }),
  );
  return keys.map((key) => found.get(groupOf(key))?.get(key.parent) ?? absent);
}
