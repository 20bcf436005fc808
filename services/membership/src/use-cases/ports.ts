import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { GraceRule } from '../domain/membership-record.ts';
import type {
  ActivityView,
  BranchCount,
  BranchView,
  CompanyView,
  FiguresView,
  MembershipView,
  PersonView,
  RegistrationView,
  SiteView,
} from './views.ts';

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
