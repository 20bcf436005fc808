import { CreateMemberLists1766000100000 } from './member-list.migration.ts';
import { CreateAffiliation1766004000000 } from './migrations/affiliation.ts';
import { CreateCompanyFacts1766006000000 } from './migrations/company-facts.ts';
import { CreateCompanyTies1766006010000 } from './migrations/company-ties.ts';
import { KeepWhatWasCounted1766007104000 } from './migrations/counted-before.ts';
import { CreateDirectory1766000000000 } from './migrations/create-directory.ts';
import { CreateOutbox1766001005000 } from './migrations/create-outbox.ts';
import { CreateDues1766002000000 } from './migrations/dues.ts';
import { CreateDuplicates1766007011000 } from './migrations/duplicates.ts';
import { CreateExpertise1766003000000 } from './migrations/expertise.ts';
import { CreateFunding1766005000000 } from './migrations/funding.ts';
import { CreateGatherings1766007000000 } from './migrations/gatherings.ts';
import { MoveImportKeys1766000300000 } from './migrations/import-keys.ts';
import { CreateInboundProjects1766003010000 } from './migrations/inbound.ts';
import { IndexStanding1766000002000 } from './migrations/index-standing.ts';
import { CreateMembershipLife1766000200000 } from './migrations/membership-life.ts';
import { CreateMerges1766007012000 } from './migrations/merges.ts';
import { ShowWhoMovedUp1766007105000 } from './migrations/moved-up.ts';
import { CreatePeople1766002001000 } from './migrations/people.ts';
import { CreateProspects1766003020000 } from './migrations/prospects.ts';
import { ReleaseVisibility1766007102000 } from './migrations/release-visibility.ts';
import { SearchCompanies1766000001000 } from './migrations/search-companies.ts';
import { CreateSettledNumbers1766004001000 } from './migrations/settled-numbers.ts';
import { SortMemberships1766007110000 } from './migrations/sort-memberships.ts';
import { CreateVisibilityPromises1766007010000 } from './migrations/visibility.ts';
import { WithdrawApplications1766007101000 } from './migrations/withdraw-applications.ts';
import { ActivityRow } from './rows/activity.row.ts';
import { AnnualFiguresRow } from './rows/annual-figures.row.ts';
import { BranchRow } from './rows/branch.row.ts';
import { CompanyRow } from './rows/company.row.ts';
import { GracePeriodRow } from './rows/grace-period.row.ts';
import { MembershipRow } from './rows/membership.row.ts';
import { MembershipDecisionRow } from './rows/membership-decision.row.ts';
import { PersonRow } from './rows/person.row.ts';
import { RegistrationRow } from './rows/registration.row.ts';
import { SiteRow } from './rows/site.row.ts';

export const rows = [
  ActivityRow,
  AnnualFiguresRow,
  BranchRow,
  CompanyRow,
  GracePeriodRow,
  MembershipDecisionRow,
  MembershipRow,
  PersonRow,
  RegistrationRow,
  SiteRow,
];

/** In the order they run. */
export const migrations = [
  CreateDirectory1766000000000,
  SearchCompanies1766000001000,
  IndexStanding1766000002000,
  CreateMemberLists1766000100000,
  CreateMembershipLife1766000200000,
  MoveImportKeys1766000300000,
  CreateOutbox1766001005000,
  CreateDues1766002000000,
  CreateExpertise1766003000000,
  CreateInboundProjects1766003010000,
  CreateProspects1766003020000,
  CreatePeople1766002001000,
  CreateFunding1766005000000,
  CreateCompanyFacts1766006000000,
  CreateCompanyTies1766006010000,
  CreateGatherings1766007000000,
  CreateAffiliation1766004000000,
  CreateSettledNumbers1766004001000,
  CreateVisibilityPromises1766007010000,
  CreateDuplicates1766007011000,
  CreateMerges1766007012000,
  WithdrawApplications1766007101000,
  ReleaseVisibility1766007102000,
  KeepWhatWasCounted1766007104000,
  ShowWhoMovedUp1766007105000,
  SortMemberships1766007110000,
];
