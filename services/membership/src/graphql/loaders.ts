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
}

export interface FiguresPageKey {
  readonly companyId: string;
  readonly day: LocalDate;
  readonly page: Page;
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
    figuresPage: figuresPageLoader(queries),
  };
}

function figuresPageLoader(queries: MembershipQueries) {
  return new DataLoader<FiguresPageKey, Connection<FiguresView>, string>(
    async (keys) => {
      const pages = new Map<string, Connection<FiguresView>>();
      // Fields that ask for the same page share a statement; a document asks for one or two different ones.
      for (const alike of groups(keys, listKey)) {
        const ids = alike.map((key) => key.companyId);
        const [{ day, page }] = alike;
        const rows = byCompany(ids, await queries.figuresPages(ids, day, page));
        alike.forEach((key, index) => {
          pages.set(
            figuresKey(key),
            page.slice(rows[index] ?? [], (row): FiguresView => row),
          );
        });
      }
      return keys.map((key) => pages.get(figuresKey(key)) as Connection<FiguresView>);
    },
    { cacheKeyFn: figuresKey },
  );
}

function listKey({ day, page }: FiguresPageKey): string {
  return `${day} ${page.key}`;
}

function figuresKey(key: FiguresPageKey): string {
  return `${key.companyId} ${listKey(key)}`;
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
