import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { GraceRule } from '../domain/membership-record.ts';
import type { ActivityView, BranchCount, BranchView, CompanyView, DirectoryFilter, FiguresView, MembershipView, PersonView, RegistrationView, SiteView } from './views.ts';

type Ids = readonly string[];

/** What the graph reads. Every question is asked for many at once and costs one statement. */
export interface CompanyFacts {
  companies(ids: Ids): Promise<CompanyView[]>;
  registrations(companyIds: Ids): Promise<RegistrationView[]>;
  activities(companyIds: Ids): Promise<ActivityView[]>;
  sites(companyIds: Ids): Promise<SiteView[]>;
  peopleOf(companyIds: Ids): Promise<PersonView[]>;
  people(ids: Ids): Promise<PersonView[]>;
  memberships(companyIds: Ids): Promise<MembershipView[]>;
  graceRules(): Promise<GraceRule[]>;
  /** All reports of all years, corrections included: what counts on a day is for the domain to say. */
  figures(companyIds: Ids): Promise<FiguresView[]>;
}

export interface Branches {
  branches(): Promise<BranchView[]>;
  activeMembers(days: readonly LocalDate[]): Promise<BranchCount[]>;
}

/** A row with its place in the list, under the names that a keyset gives to its columns. */
export type Placed<View> = View & Record<`cursor_${number}`, string>;

export interface DirectoryPages<Page> {
  directory(filter: DirectoryFilter, page: Page): Promise<Placed<CompanyView>[]>;
  countDirectory(filter: DirectoryFilter): Promise<number>;
}

export interface FiguresPages<Page> {
  /** One page of closed years for each company, as they were known on a day, newest first. */
  figuresPages(companyIds: Ids, day: LocalDate, page: Page): Promise<Placed<FiguresView>[]>;
}
