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

/** The id that something was asked for by, which may be an older one. */
interface Asked {
  readonly askedId: string;
}

/** What the graph reads. Every question is asked for many at once and costs one statement. */
export interface CompanyFacts {
  /** An id of a record that was merged into another one gives the company that it is now. */
  companies(ids: Ids): Promise<(CompanyView & Asked)[]>;
  registrations(companyIds: Ids): Promise<RegistrationView[]>;
  activities(companyIds: Ids): Promise<ActivityView[]>;
  sites(companyIds: Ids): Promise<SiteView[]>;
  peopleOf(companyIds: Ids): Promise<PersonView[]>;
  /** Whoever was named by two records of one company is one, by either id. */
  people(ids: Ids): Promise<(PersonView & Asked)[]>;
  memberships(companyIds: Ids): Promise<MembershipView[]>;
  graceRules(): Promise<GraceRule[]>;
  /** All reports of all years, corrections included: what counts on a day is for the domain to say. */
  figures(companyIds: Ids): Promise<FiguresView[]>;
}

export interface Branches {
  branches(): Promise<BranchView[]>;
  activeMembers(days: readonly LocalDate[]): Promise<BranchCount[]>;
}
