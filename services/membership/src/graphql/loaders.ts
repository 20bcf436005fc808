import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import { MembershipRecord } from '../domain/membership-record.ts';
import type { YearOfMovements } from '../domain/movements.ts';
import type { Branches, CompanyFacts } from '../use-cases/ports.ts';
import type {
  ActivityView,
  BranchView,
  CompanyView,
  DirectoryFilter,
  FiguresView,
  FileView,
  HistoryView,
  PersonView,
  RegistrationView,
  SiteView,
} from '../use-cases/views.ts';

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** Everything the graph asks the database, handed in when the service starts. */
export interface MembershipQueries extends CompanyFacts, Branches {
  readonly byName: Keyset;
  directoryPage(filter: DirectoryFilter, page: Page): Promise<Placed<CompanyView>[]>;
  countDirectory(filter: DirectoryFilter): Promise<number>;
  movementsUntil(day: LocalDate): Promise<YearOfMovements[]>;
  readonly closedYears: Keyset;
  figuresPages(companyIds: readonly string[], day: LocalDate, page: Page): Promise<Placed<FiguresView>[]>;
  files(companyIds: readonly string[]): Promise<FileView[]>;
  readonly latestFirst: Keyset;
  historyPages(companyIds: readonly string[], page: Page): Promise<Placed<HistoryView>[]>;
}

interface PageKey {
  readonly companyId: string;
  readonly page: Page;
}

export interface FiguresPageKey extends PageKey {
  readonly day: LocalDate;
}

export type Loaders = ReturnType<typeof membershipLoaders>;

/** Made anew for each request: what one viewer loaded is never another's, and everything asked for together costs one statement. */
export function membershipLoaders(queries: MembershipQueries) {
  const branches = once(() => queries.branches());
  const graceRules = once(() => queries.graceRules());
  return {
    branches,
    branchById: async (id: string): Promise<BranchView | undefined> => (await branches()).find((branch) => branch.id === id),
    companyById: new DataLoader<string, CompanyView | undefined>(async (ids) => byKey(ids, await queries.companies(ids), 'id')),
    personById: new DataLoader<string, PersonView | undefined>(async (ids) => byKey(ids, await queries.people(ids), 'id')),
    registrationsByCompany: new DataLoader<string, RegistrationView[]>(async (ids) => byCompany(ids, await queries.registrations(ids))),
    activitiesByCompany: new DataLoader<string, ActivityView[]>(async (ids) => byCompany(ids, await queries.activities(ids))),
    sitesByCompany: new DataLoader<string, SiteView[]>(async (ids) => byCompany(ids, await queries.sites(ids))),
    peopleByCompany: new DataLoader<string, PersonView[]>(async (ids) => byCompany(ids, await queries.peopleOf(ids))),
    figuresByCompany: new DataLoader<string, FiguresView[]>(async (ids) => byCompany(ids, await queries.figures(ids))),
    membershipRecordByCompany: new DataLoader<string, MembershipRecord>(async (ids) => {
      const [memberships, rules] = await Promise.all([queries.memberships(ids), graceRules()]);
      return byCompany(ids, memberships).map((periods) => new MembershipRecord(periods, rules));
    }),
    activeMembersByDay: new DataLoader<LocalDate, ReadonlyMap<string, number>>(async (days) => {
      const counts = await queries.activeMembers(days);
      return days.map((day) => new Map(counts.filter((one) => one.day === day).map((one) => [one.branchId, one.count])));
    }),
    figuresPage: pagesByCompany<FiguresPageKey, FiguresView>(
      ({ day, page }) => `${day} ${page.key}`,
      (ids, { day, page }) => queries.figuresPages(ids, day, page),
    ),
    fileByCompany: new DataLoader<string, FileView>(async (ids) => {
      const files = byKey(ids, await queries.files(ids), 'companyId');
      return files.map((file, index) => file ?? { companyId: ids[index] as string, version: 0, application: null });
    }),
    historyPage: pagesByCompany<PageKey, HistoryView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.historyPages(ids, page),
    ),
  };
}

function pagesByCompany<Key extends PageKey, View extends { readonly companyId: string }>(
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

function byKey<Key extends string, Row extends Record<Key, string>>(
  keys: readonly string[],
  rows: readonly Row[],
  key: Key,
): (Row | undefined)[] {
  const found = new Map(rows.map((row) => [row[key] as string, row]));
  return keys.map((one) => found.get(one));
}

function byCompany<Row extends { readonly companyId: string }>(ids: readonly string[], rows: readonly Row[]): Row[][] {
  const found = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row.companyId)?.push(row);
  return ids.map((id) => found.get(id) ?? []);
}

function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loaded: Promise<Result> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
