import type { RequestContext } from '@leader/subgraph-kit/server/subgraph-server';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Dues } from '../use-cases/dues.ts';
import type { MembershipLife } from '../use-cases/membership-life.ts';
import type { People } from '../use-cases/people.ts';
import type { ReportFigures } from '../use-cases/report-figures.ts';
import type { AffiliationContext } from './affiliation/affiliation-context.ts';
import type { FactsContext } from './company/facts-context.ts';
import type { CountsContext } from './counts/counts-context.ts';
import type { DuplicateContext } from './duplicates/duplicate-context.ts';
import type { ExpertiseContext } from './expertise/expertise-context.ts';
import type { FundingContext } from './funding/funding-context.ts';
import type { GatheringContext } from './gatherings/gathering-context.ts';
import type { InboundContext } from './inbound/inbound-context.ts';
import type { Loaders, MembershipQueries } from './loaders.ts';
import type { ProspectContext } from './prospects/prospect-context.ts';
import type { VisibilityContext } from './visibility/visibility-context.ts';

export interface MembershipContext extends RequestContext {
  readonly today: LocalDate;
  /** The day it is now in a time zone. */
  dayIn(timeZone: string): LocalDate;
  readonly loaders: Loaders;
  readonly queries: MembershipQueries;
  /** Networks that join as a block, and the lists they bring. */
  readonly affiliation: AffiliationContext;
  /** What is done about people, for this viewer. */
  readonly people: People;
  /** How figures come in, for this viewer. */
  readonly reportFigures: ReportFigures;
  /** What people do to dues, for this viewer. */
  readonly dues: Dues;
  /** What people do to memberships, for this viewer. */
  readonly membershipLife: MembershipLife;
  /** Members together, and how many of them. */
  readonly counts: CountsContext;
  /** Companies that may be one. */
  readonly duplicates: DuplicateContext;
  /** What members offer each other, need and exchange. */
  readonly expertise: ExpertiseContext;
  /** What funders pay a part of. */
  readonly funding: FundingContext;
  /** What people enter about companies. */
  readonly facts: FactsContext;
  /** Missions abroad and meetings at home. */
  readonly gatherings: GatheringContext;
  /** Companies that look for a site. */
  readonly inbound: InboundContext;
  /** Companies that were never members. */
  readonly prospects: ProspectContext;
  /** What affiliated networks were promised. */
  readonly visibility: VisibilityContext;
}
