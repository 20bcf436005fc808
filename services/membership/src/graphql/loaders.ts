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
  ConsentView,
  DirectoryFilter,
  DuesMovementView,
  DuesView,
  FiguresView,
  FileView,
  HistoryView,
  MandateView,
  OpenApplicationView,
  PersonView,
  RegistrationView,
  SiteView,
  StaleFiguresView,
} from '../use-cases/views.ts';
import { by, byCompany, byKey, once, type PageKey, type Placed, pagesByCompany } from './batches.ts';
import type { DuesReads } from './dues-reads.ts';

/** Everything the graph asks the database, handed in when the service starts. */
export interface MembershipQueries extends CompanyFacts, Branches, DuesReads {
  readonly byName: Keyset;
  directoryPage(filter: DirectoryFilter, page: Page): Promise<Placed<CompanyView>[]>;
  countDirectory(filter: DirectoryFilter): Promise<number>;
  movementsUntil(day: LocalDate): Promise<YearOfMovements[]>;
  readonly closedYears: Keyset;
  figuresPages(companyIds: readonly string[], day: LocalDate, page: Page): Promise<Placed<FiguresView>[]>;
  consents(personIds: readonly string[]): Promise<ConsentView[]>;
  mandates(personIds: readonly string[]): Promise<MandateView[]>;
  presidents(branchIds: readonly string[]): Promise<MandateView[]>;
  readonly applicationsOldestFirst: Keyset;
  openApplications(branchId: string | undefined, page: Page): Promise<Placed<OpenApplicationView>[]>;
  readonly staleFiguresOldestFirst: Keyset;
  staleFigures(day: LocalDate, closedBefore: LocalDate, branchId: string | undefined, page: Page): Promise<Placed<StaleFiguresView>[]>;
  files(companyIds: readonly string[]): Promise<FileView[]>;
  readonly latestFirst: Keyset;
  historyPages(companyIds: readonly string[], page: Page): Promise<Placed<HistoryView>[]>;
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
    companyById: new DataLoader<string, CompanyView | undefined>(async (ids) => byKey(ids, await queries.companies(ids), 'askedId')),
    personById: new DataLoader<string, PersonView | undefined>(async (ids) => byKey(ids, await queries.people(ids), 'askedId')),
    registrationsByCompany: new DataLoader<string, RegistrationView[]>(async (ids) => byCompany(ids, await queries.registrations(ids))),
    activitiesByCompany: new DataLoader<string, ActivityView[]>(async (ids) => byCompany(ids, await queries.activities(ids))),
    sitesByCompany: new DataLoader<string, SiteView[]>(async (ids) => byCompany(ids, await queries.sites(ids))),
    peopleByCompany: new DataLoader<string, PersonView[]>(async (ids) => byCompany(ids, await queries.peopleOf(ids))),
    consentsByPerson: new DataLoader<string, ConsentView[]>(async (ids) => by('personId', ids, await queries.consents(ids))),
    mandatesByPerson: new DataLoader<string, MandateView[]>(async (ids) => by('personId', ids, await queries.mandates(ids))),
    presidentsByBranch: new DataLoader<string, MandateView[]>(async (ids) => by('branchId', ids, await queries.presidents(ids))),
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
    duesPage: pagesByCompany<PageKey, DuesView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.duesPages(ids, page),
    ),
    duesMovementPage: pagesByCompany<PageKey, DuesMovementView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.duesMovementPages(ids, page),
    ),
    historyPage: pagesByCompany<PageKey, HistoryView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.historyPages(ids, page),
    ),
  };
}
