import { buildSubgraph } from '@leader/subgraph-kit/federation/subgraph-schema';
import { AffiliationBatchResolver, MemberListRowResolver } from './affiliation/affiliation.resolver.ts';
import { AffiliationChangesResolver } from './affiliation/affiliation-changes.resolver.ts';
import { BranchResolver } from './branch.resolver.ts';
import { CompanyFactsResolver } from './company/facts.resolver.ts';
import { FactsChangesResolver } from './company/facts-changes.resolver.ts';
import { CompanyTiesResolver } from './company/ties.resolver.ts';
import { CompanyResolver } from './company.resolver.ts';
import { CompanyFiguresResolver } from './company-figures.resolver.ts';
import { CompanyMembershipResolver } from './company-membership.resolver.ts';
import { CompanyRegisterResolver } from './company-register.resolver.ts';
import type { MembershipContext } from './context.ts';
import { contracts } from './contracts.ts';
import { MemberBreakdownResolver } from './counts/member-breakdown.resolver.ts';
import { RegionFiguresResolver } from './counts/region-figures.resolver.ts';
import { DuesResolver } from './dues.resolver.ts';
import { DuesChangesResolver } from './dues-changes.resolver.ts';
import { DuplicateResolver } from './duplicates/duplicate.resolver.ts';
import { MergeResolver } from './duplicates/merge.resolver.ts';
import { ExpertiseExchangeResolver, ExpertiseListingResolver } from './expertise/expertise.resolver.ts';
import { ExpertiseChangesResolver } from './expertise/expertise-changes.resolver.ts';
import { FiguresReportResolver } from './figures-report.resolver.ts';
import { FundingAgreementResolver } from './funding/funding.resolver.ts';
import { FundingChangesResolver } from './funding/funding-changes.resolver.ts';
import { GatheringResolver } from './gatherings/gathering.resolver.ts';
import { GatheringChangesResolver } from './gatherings/gathering-changes.resolver.ts';
import { SignUpResolver } from './gatherings/sign-up.resolver.ts';
import { InboundProjectResolver } from './inbound/inbound.resolver.ts';
import { InboundChangesResolver } from './inbound/inbound-changes.resolver.ts';
import { MemberCountsResolver } from './member-counts.resolver.ts';
import { MemberMovementsResolver } from './member-movements.resolver.ts';
import { CompanyFileResolver, MembershipFileResolver } from './membership-file.resolver.ts';
import { MembershipLifeResolver } from './membership-life.resolver.ts';
import { OpenApplicationsResolver } from './open-applications.resolver.ts';
import { BranchPresidentResolver, PersonResolver } from './person.resolver.ts';
import { PersonChangesResolver } from './person-changes.resolver.ts';
import { ProspectResolver } from './prospects/prospect.resolver.ts';
import { references } from './references.ts';
import { rights } from './rights.ts';
import { ViewerResolver } from './viewer.resolver.ts';
import { PartnerVisibilityResolver, VisibilityPromiseResolver } from './visibility/visibility.resolver.ts';

export const subgraph = buildSubgraph<MembershipContext>({
  resolvers: [
    AffiliationBatchResolver,
    AffiliationChangesResolver,
    BranchResolver,
    CompanyFactsResolver,
    CompanyFiguresResolver,
    CompanyFileResolver,
    CompanyMembershipResolver,
    CompanyRegisterResolver,
    CompanyResolver,
    CompanyTiesResolver,
    DuesChangesResolver,
    DuesResolver,
    DuplicateResolver,
    ExpertiseChangesResolver,
    ExpertiseExchangeResolver,
    ExpertiseListingResolver,
    FactsChangesResolver,
    FiguresReportResolver,
    FundingAgreementResolver,
    FundingChangesResolver,
    GatheringChangesResolver,
    GatheringResolver,
    InboundChangesResolver,
    InboundProjectResolver,
    ProspectResolver,
    MemberBreakdownResolver,
    MemberCountsResolver,
    RegionFiguresResolver,
    MemberListRowResolver,
    MemberMovementsResolver,
    MembershipFileResolver,
    MembershipLifeResolver,
    MergeResolver,
    BranchPresidentResolver,
    OpenApplicationsResolver,
    PersonChangesResolver,
    PersonResolver,
    SignUpResolver,
    ViewerResolver,
    PartnerVisibilityResolver,
    VisibilityPromiseResolver,
  ],
  references,
  rights,
  contracts,
});
