/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A classification of what companies do. */
export type ActivityNomenclature =
  /** France until 31 December 2026, for example 30.30Z. */
  | 'NAF_REV_2'
  /** France from 1 January 2027 on. */
  | 'NAF_2025'
  /** The international classification, used for companies abroad, for example 3030. */
  | 'ISIC_4';

/** Whether a branch is at home or abroad. */
export type BranchKind =
  /** A local branch in Occitanie. */
  | 'LOCAL'
  /** A hub abroad. */
  | 'HUB';

/** How far a branch has come on a day. */
export type BranchStatus =
  /** Announced, not open yet. */
  | 'PLANNED'
  /** Open. */
  | 'ACTIVE';

/** Whether the holder of a position may be asked for a talk, or why not. */
export type CallReason =
  /** An introduction may be asked for through the branch. */
  | 'MAY_ASK'
  /** It is the position of the company that asks. */
  | 'OWN_POSITION'
  /** The holder takes no calls. */
  | 'CLOSED_TO_CALLS'
  /** Its holder is no member of the network today: it left, lapsed or is suspended. */
  | 'HOLDER_LEFT'
  /** Nobody confirmed the position within twelve months. */
  | 'NOT_CONFIRMED_LATELY';

/** What the places of a cohort are counted in. */
export type CohortCapacityUnit =
  /** Places are people: a company that sends two leaders takes two. */
  | 'PERSON'
  /** Places are companies, however many people each one sends. */
  | 'COMPANY';

/** What a criterion looks at. */
export type EligibilityCriterionKind =
  /** Turnover of the last closed year, without VAT. */
  | 'TURNOVER'
  /** Size category by the French decree 2008-1354: MIC, PME, ETI or GE. */
  | 'SIZE_CATEGORY'
  /** Whole years since the company was founded. */
  | 'COMPANY_AGE'
  /** Months since the end of the last closed year that has figures. */
  | 'FIGURES_AGE'
  /** Whether the company is in collective (insolvency) proceedings. */
  | 'COLLECTIVE_PROCEEDINGS'
  /** Whether the company is a member of the network. */
  | 'MEMBERSHIP'
  /** Whether the audit before the start finds the company structured enough. */
  | 'AUDIT';

/** How the value is compared with the threshold. */
export type EligibilityOperator =
  /** Strictly more than the threshold. */
  | 'MORE_THAN'
  /** The threshold or more. */
  | 'AT_LEAST'
  /** Strictly less than the threshold. */
  | 'LESS_THAN'
  /** The threshold or less. */
  | 'AT_MOST'
  /** Equal to the threshold. */
  | 'IS';

/** When a criterion is settled. */
export type EligibilityStage =
  /** It decides today whether the program fits. */
  | 'ELIGIBILITY'
  /** It is settled between the application and the start, and does not decide the verdict. */
  | 'BEFORE_START';

/** An answer with three values. UNKNOWN is never a refusal. */
export type EligibilityVerdict =
  /** Yes, by the figures known today. */
  | 'PASS'
  /** Not today; the message says what is missing. */
  | 'FAIL'
  /** It cannot be said, because a fact is missing; the message says which. */
  | 'UNKNOWN';

/** Where figures come from. */
export type FiguresSource =
  /** The company said so. */
  | 'DECLARED'
  /** The company filed them with a register. */
  | 'FILED'
  /** An auditor confirmed them. */
  | 'AUDITED';

/** What a criterion of the fund looks at. */
export type FundCriterionKind =
  /** Whether the activity is industry, by its NACE section. */
  | 'INDUSTRIAL'
  /** Whether a site lies in the region. */
  | 'ANCHORED'
  /** Whether staff was kept over some closed years. */
  | 'LONG_TERM_JOBS'
  /** Whether turnover grew enough over some closed years. */
  | 'GROWTH'
  /** Whether a bank or another financier refused the company. Never counts against it, and is never asked. */
  | 'CLASSICAL_REFUSAL';

/** How one criterion turned out for a company. */
export type FundCriterionResult =
  /** It is met. */
  | 'PASS'
  /** It is not met. */
  | 'FAIL'
  /** It cannot be told, because a fact is missing or too old. */
  | 'UNKNOWN';

/** How a value and a threshold of a criterion are to be read. */
export type FundCriterionUnit =
  /** Letters of sections of the European nomenclature of activities NACE. */
  | 'NACE_SECTION'
  /** Codes of French departments, for example 81. */
  | 'DEPARTMENT'
  /** Change in percent from the earlier year to the later one, a decimal number. */
  | 'PERCENT';

/** Where a fact that a criterion looked at comes from. */
export type FundFactSource =
  /** The network's record of the company: its activity and its sites. */
  | 'COMPANY_RECORD'
  /** Figures the company declared to the network. */
  | 'DECLARED'
  /** Figures the company filed with a public register. */
  | 'FILED'
  /** Figures an auditor certified. */
  | 'AUDITED';

/** Where a fund stands in its life. */
export type FundStatus =
  /** Announced. It gathers files; no money can be subscribed or invested. */
  | 'PROJECT'
  /** A licensed manager runs it; commitments are being collected. */
  | 'AUTHORISED'
  /** The first investors are bound; it may begin to invest. */
  | 'FIRST_CLOSE'
  /** It invests. */
  | 'INVESTING'
  /** It sells what it holds and makes no new investment. */
  | 'HARVESTING'
  /** It is over. */
  | 'LIQUIDATED';

/** Whether a company fits the published criteria of the fund. No promise of money either way. */
export type FundVerdict =
  /** Every criterion passes. */
  | 'FIT'
  /** At least one criterion fails today. */
  | 'NO_FIT'
  /** Nothing fails, but something is not known. Never a refusal. */
  | 'UNKNOWN';

/** How far a hub is. */
export type HubStatus =
  /** Decided, not yet open. */
  | 'PLANNED'
  /** Open. */
  | 'OPEN';

/** Where a company stands in the network on a day, derived from periods, dues and decisions. */
export type MembershipStatus =
  /** Known to the network, never a member. */
  | 'PROSPECT'
  /** A member whose dues are paid or waived. */
  | 'ACTIVE'
  /** A member whose dues are late, still within the days of grace. */
  | 'GRACE'
  /** No longer a member, because dues stayed unpaid. */
  | 'LAPSED'
  /** A member whose rights rest by decision of the bureau. */
  | 'SUSPENDED'
  /** Left by its own decision. */
  | 'RESIGNED'
  /** Left by decision of the bureau. */
  | 'EXCLUDED';

/** What a person does in a company. */
export type PersonRole =
  /** Leads the company. */
  | 'LEADER'
  /** Is whom the network turns to. */
  | 'CONTACT';

/** How a company is present in another country. */
export type PositionKind =
  /** A company of its own there. */
  | 'SUBSIDIARY'
  /** A company held together with a partner from there. */
  | 'JOINT_VENTURE'
  /** An office without a company of its own. */
  | 'BRANCH_OFFICE'
  /** Somebody from there who sells on its behalf. */
  | 'AGENT'
  /** A company from there that buys and sells on. */
  | 'DISTRIBUTOR'
  /** Regular customers, nobody on site. */
  | 'CUSTOMERS'
  /** A place of production. */
  | 'PLANT'
  /** A project under way, nothing lasting yet. */
  | 'PROJECT';

/** How far a position can be relied on today. */
export type PositionStatus =
  /** Confirmed within the last twelve months. */
  | 'CURRENT'
  /** Not confirmed for more than twelve months. */
  | 'STALE'
  /** Given up. */
  | 'CLOSED';

/** What kind of place it is. */
export type PremisesKind =
  /** Desks in a shared room. */
  | 'DESK'
  /** An office with a door. */
  | 'OFFICE'
  /** A room for meetings. */
  | 'MEETING_ROOM'
  /** A workshop or storage space. */
  | 'WORKSHOP';

/** Who lets a place. */
export type PremisesOperator =
  /** A house of the Region. */
  | 'HOUSE'
  /** A company of the network. */
  | 'MEMBER'
  /** Another partner of the network. */
  | 'PARTNER';

/** What a price is for. */
export type PriceUnit =
  /** One desk or room for one day. */
  | 'DAY'
  /** One desk or room for one month. */
  | 'MONTH';

/** What a reviewer rates apart, with 1 to 5 stars. */
export type ReviewFacet =
  /** Whether what was promised was done; 5 is best. */
  | 'RELIABILITY'
  /** Whether it was done in time; 5 means in time. */
  | 'DELAY'
  /** Whether it cost what was planned; 5 means as planned or less. */
  | 'COST_AGAINST_PLAN';

/** What a review is about. */
export type ReviewTarget =
  /** Doing business in the country as a whole. */
  | 'DESTINATION'
  /** A company or firm there, such as a forwarder or an agency. */
  | 'ORGANISATION'
  /** A place to work. */
  | 'PREMISES'
  /** A body that helps companies abroad. */
  | 'SUPPORT_BODY';

/** The size of a company by the French decree 2008-1354 of 18 December 2008. */
export type SizeCategory =
  /** Micro-enterprise: fewer than 10 full-time equivalents, and turnover or balance sheet of at most 2 M€. */
  | 'MIC'
  /** Small or medium: fewer than 250 full-time equivalents, and turnover of at most 50 M€ or balance sheet of at most 43 M€. */
  | 'PME'
  /** Intermediate: fewer than 5,000 full-time equivalents, and turnover of at most 1,500 M€ or balance sheet of at most 2,000 M€. */
  | 'ETI'
  /** Large: whatever exceeds all of these. */
  | 'GE'
  /** A missing figure could change the class. */
  | 'UNKNOWN';

export type CompaniesQueryVariables = Exact<{
  search: string;
}>;


export type CompaniesQuery = { companies: { edges: Array<{ node: { id: string, tradeName: string | null, legalName: string | null, town: string | null, homeBranch: { id: string, name: string | null } | null } }> } | null };

export type ExportQuestionQueryVariables = Exact<{
  country: string;
  companyId?: string | number | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type ExportQuestionQuery = { company: { id: string, legalName: string | null, tradeName: string | null, town: string | null, department: string | null, foundedOn: string | null, membershipStatus: MembershipStatus | null, memberSince: string | null, activities: Array<{ nomenclature: ActivityNomenclature, code: string, label: string | null }> | null, homeBranch: { id: string, code: string | null, name: string | null } | null, sizeCategory: { category: SizeCategory, possible: Array<SizeCategory>, basedOn: string | null } | null, latestFigures: { closedOn: string, fte: number | null, source: FiguresSource, enteredAt: string, turnover: { amount: string, currency: string } | null, exportTurnover: { amount: string, currency: string } | null, balanceTotal: { amount: string, currency: string } | null } | null, gaps: Array<{ code: string, message: string }> | null, acceleratorEligibility: Array<{ assessedOn: string, verdict: EligibilityVerdict, summary: string, program: { id: string, name: string }, version: { number: number, validFrom: string, source: string }, cohort: { id: string, name: string, applyUntil: string, capacity: number, placesLeft: number, capacityUnit: CohortCapacityUnit, start: { fixedOn: string | null, windowFrom: string | null, windowTo: string | null } } | null, criteria: Array<{ kind: EligibilityCriterionKind, stage: EligibilityStage, result: EligibilityVerdict, message: string, value: string | null, operator: EligibilityOperator, threshold: string, unit: string, closedOn: string | null, figuresSource: string | null, missingYear: number | null, shortByMonths: number | null, possible: Array<string> | null, shortBy: { amount: string, currency: string } | null }>, nearestMiss: { kind: EligibilityCriterionKind, stage: EligibilityStage, result: EligibilityVerdict, message: string, value: string | null, operator: EligibilityOperator, threshold: string, unit: string, closedOn: string | null, figuresSource: string | null, missingYear: number | null, shortByMonths: number | null, possible: Array<string> | null, shortBy: { amount: string, currency: string } | null } | null, nearestProgram: { id: string, name: string } | null, gaps: Array<{ code: string, message: string }> }> | null, fundFit: { assessedOn: string, verdict: FundVerdict, score: number, outOf: number, message: string, fund: { id: string, name: string }, criteriaVersion: { number: number, validFrom: string, source: string }, criteria: Array<{ kind: FundCriterionKind, name: string, result: FundCriterionResult, value: string | null, threshold: string, unit: FundCriterionUnit, closedOn: string | null, referenceClosedOn: string | null, source: FundFactSource | null, shortBy: string | null, missingYear: number | null, message: string }>, nearestMiss: { kind: FundCriterionKind, name: string, result: FundCriterionResult, value: string | null, threshold: string, unit: FundCriterionUnit, closedOn: string | null, referenceClosedOn: string | null, source: FundFactSource | null, shortBy: string | null, missingYear: number | null, message: string } | null, neverCountedAgainst: Array<{ kind: FundCriterionKind, name: string, explanation: string }>, gaps: Array<{ code: string, message: string }> } | null } | null, destination: { country: string, name: string, timeZone: string | null, flightMinutesFromToulouse: number | null, notes: string | null, cardSource: string | null, cardAsOf: string | null, hub: { town: string, status: HubStatus, openedOn: string | null, branch: { id: string, name: string | null } | null } | null, nearestHub: { town: string, country: string, distanceKm: number, branch: { id: string, name: string | null } | null } | null, house: { town: string, address: string, languages: Array<string>, services: Array<string> } | null, agreements: Array<{ name: string, reachableCountries: Array<string>, validFrom: string, source: string, checkedOn: string | null }>, positions: { totalCount: number, edges: Array<{ node: { id: string, kind: PositionKind, city: string, department: string | null, hostCountry: string, since: string, status: PositionStatus, lastConfirmedOn: string, openToCalls: boolean, callable: { may: boolean, reason: CallReason, message: string }, company: { id: string, legalName: string | null, tradeName: string | null, town: string | null, homeBranch: { id: string, name: string | null } | null, people: Array<{ id: string, name: string | null, role: PersonRole | null }> | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, positionsInOccitanie: { totalCount: number, edges: Array<{ node: { id: string, kind: PositionKind, city: string, department: string | null, hostCountry: string, since: string, status: PositionStatus, lastConfirmedOn: string, openToCalls: boolean, callable: { may: boolean, reason: CallReason, message: string }, company: { id: string, legalName: string | null, tradeName: string | null, town: string | null, homeBranch: { id: string, name: string | null } | null, people: Array<{ id: string, name: string | null, role: PersonRole | null }> | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, premises: { totalCount: number, edges: Array<{ node: { id: string, town: string, kind: PremisesKind, operator: PremisesOperator, operatorName: string, capacity: number, freeDesks: number, freeFrom: string, freeTo: string, pricePer: PriceUnit, maxTermMonths: number, renewals: number, price: { amount: string, currency: string }, score: { value: number | null, n: number } } }> } | null, score: { value: number | null, n: number, facets: Array<{ facet: ReviewFacet, value: number | null, n: number }>, wouldDoAgain: { n: number, yes: number, atLeast: number | null } } | null, reviews: { totalCount: number, edges: Array<{ node: { id: string, wouldDoAgain: boolean | null, verified: boolean, targetName: string, text: string, language: string, experienceFrom: string, experienceTo: string, publishedOn: string, stars: { reliability: number | null, delay: number | null, costAgainstPlan: number | null }, author: { id: string, legalName: string | null, tradeName: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, pitfalls: { edges: Array<{ node: { id: string, title: string, targetName: string, what: string, delayDays: number | null, howToAvoid: string, language: string, experienceTo: string, cost: { amount: string, currency: string } | null } }> } | null, gaps: Array<{ code: string, message: string }> } | null, programs: Array<{ id: string, name: string, openCohorts: Array<{ id: string, name: string, applyUntil: string, placesLeft: number, capacityUnit: CohortCapacityUnit }> }> | null, fund: { id: string, name: string, status: FundStatus, statusSince: string, thesis: string } | null };

export type AmountFragment = { amount: string, currency: string };

export type MissingFragment = { code: string, message: string };

export type PresenceFragment = { id: string, kind: PositionKind, city: string, department: string | null, hostCountry: string, since: string, status: PositionStatus, lastConfirmedOn: string, openToCalls: boolean, callable: { may: boolean, reason: CallReason, message: string }, company: { id: string, legalName: string | null, tradeName: string | null, town: string | null, homeBranch: { id: string, name: string | null } | null, people: Array<{ id: string, name: string | null, role: PersonRole | null }> | null } | null };

export type FindingFragment = { kind: EligibilityCriterionKind, stage: EligibilityStage, result: EligibilityVerdict, message: string, value: string | null, operator: EligibilityOperator, threshold: string, unit: string, closedOn: string | null, figuresSource: string | null, missingYear: number | null, shortByMonths: number | null, possible: Array<string> | null, shortBy: { amount: string, currency: string } | null };

export type FundFindingFragment = { kind: FundCriterionKind, name: string, result: FundCriterionResult, value: string | null, threshold: string, unit: FundCriterionUnit, closedOn: string | null, referenceClosedOn: string | null, source: FundFactSource | null, shortBy: string | null, missingYear: number | null, message: string };

export type MorePositionsQueryVariables = Exact<{
  country: string;
  after: string;
}>;


export type MorePositionsQuery = { destination: { country: string, positions: { edges: Array<{ node: { id: string, kind: PositionKind, city: string, department: string | null, hostCountry: string, since: string, openToCalls: boolean, lastConfirmedOn: string, status: PositionStatus, callable: { may: boolean, reason: CallReason, message: string }, company: { id: string, legalName: string | null, tradeName: string | null, town: string | null, homeBranch: { id: string, name: string | null } | null, people: Array<{ id: string, name: string | null, role: PersonRole | null }> | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type MoreReviewsQueryVariables = Exact<{
  country: string;
  after: string;
}>;


export type MoreReviewsQuery = { destination: { country: string, reviews: { edges: Array<{ node: { id: string, target: ReviewTarget, targetName: string, wouldDoAgain: boolean | null, verified: boolean, text: string, language: string, experienceFrom: string, experienceTo: string, publishedOn: string, stars: { reliability: number | null, delay: number | null, costAgainstPlan: number | null }, author: { id: string, legalName: string | null, tradeName: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type WhereTheNetworkIsQueryVariables = Exact<{ [key: string]: never; }>;


export type WhereTheNetworkIsQuery = { viewer: { contract: string, company: { id: string, legalName: string | null, tradeName: string | null } | null } | null, branches: Array<{ id: string, kind: BranchKind | null, status: BranchStatus | null, name: string | null, country: string | null, town: string | null }> | null, positions: { edges: Array<{ node: { id: string, hostCountry: string } }> } | null };

export const MissingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Missing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Gap"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<MissingFragment, unknown>;
export const PresenceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Presence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"department"}},{"kind":"Field","name":{"kind":"Name","value":"hostCountry"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"openToCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"may"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"homeBranch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}}]} as unknown as DocumentNode<PresenceFragment, unknown>;
export const AmountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<AmountFragment, unknown>;
export const FindingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Finding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EligibilityFinding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"figuresSource"}},{"kind":"Field","name":{"kind":"Name","value":"missingYear"}},{"kind":"Field","name":{"kind":"Name","value":"shortBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortByMonths"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<FindingFragment, unknown>;
export const FundFindingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FundFinding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FundCriterionAssessment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"referenceClosedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"shortBy"}},{"kind":"Field","name":{"kind":"Name","value":"missingYear"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<FundFindingFragment, unknown>;
export const CompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Companies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"homeBranch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompaniesQuery, CompaniesQueryVariables>;
export const ExportQuestionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportQuestion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"country"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CountryCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"department"}},{"kind":"Field","name":{"kind":"Name","value":"foundedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nomenclature"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"homeBranch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membershipStatus"}},{"kind":"Field","name":{"kind":"Name","value":"memberSince"}},{"kind":"Field","name":{"kind":"Name","value":"sizeCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"basedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestFigures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"turnover"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exportTurnover"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fte"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Missing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"acceleratorEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohort"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"applyUntil"}},{"kind":"Field","name":{"kind":"Name","value":"start"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fixedOn"}},{"kind":"Field","name":{"kind":"Name","value":"windowFrom"}},{"kind":"Field","name":{"kind":"Name","value":"windowTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"placesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"capacityUnit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assessedOn"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"criteria"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Finding"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nearestMiss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Finding"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nearestProgram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Missing"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fundFit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fund"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"criteriaVersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assessedOn"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"outOf"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"criteria"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FundFinding"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nearestMiss"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FundFinding"}}]}},{"kind":"Field","name":{"kind":"Name","value":"neverCountedAgainst"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Missing"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"country"},"value":{"kind":"Variable","name":{"kind":"Name","value":"country"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutesFromToulouse"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"cardSource"}},{"kind":"Field","name":{"kind":"Name","value":"cardAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"hub"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"branch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nearestHub"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"distanceKm"}},{"kind":"Field","name":{"kind":"Name","value":"branch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"house"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"languages"}},{"kind":"Field","name":{"kind":"Name","value":"services"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reachableCountries"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"checkedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Presence"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"positionsInOccitanie"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Presence"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"premises"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"freeDesks"}},{"kind":"Field","name":{"kind":"Name","value":"freeFrom"}},{"kind":"Field","name":{"kind":"Name","value":"freeTo"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pricePer"}},{"kind":"Field","name":{"kind":"Name","value":"maxTermMonths"}},{"kind":"Field","name":{"kind":"Name","value":"renewals"}},{"kind":"Field","name":{"kind":"Name","value":"score"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"score"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"facet"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wouldDoAgain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"yes"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"delay"}},{"kind":"Field","name":{"kind":"Name","value":"costAgainstPlan"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wouldDoAgain"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}},{"kind":"Field","name":{"kind":"Name","value":"targetName"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"experienceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"experienceTo"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pitfalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"targetName"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delayDays"}},{"kind":"Field","name":{"kind":"Name","value":"howToAvoid"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"experienceTo"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Missing"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"programs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"openCohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"applyUntil"}},{"kind":"Field","name":{"kind":"Name","value":"placesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"capacityUnit"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fund"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusSince"}},{"kind":"Field","name":{"kind":"Name","value":"thesis"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Missing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Gap"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Presence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"department"}},{"kind":"Field","name":{"kind":"Name","value":"hostCountry"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"openToCalls"}},{"kind":"Field","name":{"kind":"Name","value":"callable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"may"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"homeBranch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Finding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EligibilityFinding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"figuresSource"}},{"kind":"Field","name":{"kind":"Name","value":"missingYear"}},{"kind":"Field","name":{"kind":"Name","value":"shortBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shortByMonths"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FundFinding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FundCriterionAssessment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"referenceClosedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"shortBy"}},{"kind":"Field","name":{"kind":"Name","value":"missingYear"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ExportQuestionQuery, ExportQuestionQueryVariables>;
export const MorePositionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MorePositions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"country"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CountryCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"destination"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"country"},"value":{"kind":"Variable","name":{"kind":"Name","value":"country"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"department"}},{"kind":"Field","name":{"kind":"Name","value":"hostCountry"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"openToCalls"}},{"kind":"Field","name":{"kind":"Name","value":"lastConfirmedOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"callable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"may"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"town"}},{"kind":"Field","name":{"kind":"Name","value":"homeBranch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MorePositionsQuery, MorePositionsQueryVariables>;
export const MoreReviewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MoreReviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"country"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CountryCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"destination"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"country"},"value":{"kind":"Variable","name":{"kind":"Name","value":"country"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"reviews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"targetName"}},{"kind":"Field","name":{"kind":"Name","value":"stars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reliability"}},{"kind":"Field","name":{"kind":"Name","value":"delay"}},{"kind":"Field","name":{"kind":"Name","value":"costAgainstPlan"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wouldDoAgain"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"experienceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"experienceTo"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MoreReviewsQuery, MoreReviewsQueryVariables>;
export const WhereTheNetworkIsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereTheNetworkIs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contract"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tradeName"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"branches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"town"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hostCountry"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhereTheNetworkIsQuery, WhereTheNetworkIsQueryVariables>;