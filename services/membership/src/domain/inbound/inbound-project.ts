import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { isRegistrationNumber } from '@leader/subgraph-kit/values/registration-numbers';
import { accept, type Decision, refuse } from '../decision.ts';
import { formerRegionOf } from '../former-region.ts';

export const inboundStatuses = [
  'RECEIVED',
  'QUALIFIED',
  'ASSIGNED',
  'VISITED',
  'DECIDED_YES',
  'INSTALLED',
  'DECIDED_NO',
  'DORMANT',
] as const;
export type InboundStatus = (typeof inboundStatuses)[number];

/** Where somebody still has to do something. */
export const waitingStatuses = ['RECEIVED', 'QUALIFIED', 'ASSIGNED', 'VISITED', 'DECIDED_YES'] as const satisfies readonly InboundStatus[];

export const declineReasons = ['NO_SITE', 'BUDGET', 'ANOTHER_REGION', 'TIMING', 'PERMITS', 'STAFF', 'GIVEN_UP'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What a decision maker who looks for a site asks for. The company is named, no person is. */
export interface SiteRequest {
  readonly organisation: string;
  readonly surface: number;
  readonly departments: readonly string[];
  /** In minor units; null when it was not told. */
  readonly budget: bigint | null;
  readonly wantedOn: LocalDate | null;
  readonly jobsAnnounced: number;
}

/** A project as it stands now. */
export interface InboundProject {
  readonly status: InboundStatus;
  readonly receivedOn: LocalDate;
  /** The one branch that looks after it; null before it was assigned. */
  readonly ownerBranchId: string | null;
}

/** What came to be, on the day it was entered, so that what was known of an earlier day stays known. */
export interface InboundStep {
  readonly status: InboundStatus;
  readonly recordedOn: LocalDate;
  readonly branchId?: string;
  readonly visitedOn?: LocalDate;
  readonly reason?: DeclineReason;
  readonly siret?: string;
  readonly jobsCreated?: number;
}

export const openingRefusals = [
  'ORGANISATION_MISSING',
  'SURFACE_IMPOSSIBLE',
  'DEPARTMENT_OUTSIDE',
  'BUDGET_NEGATIVE',
  'WANTED_ON_PASSED',
  'JOBS_IMPOSSIBLE',
] as const;
export type OpeningRefusal = (typeof openingRefusals)[number];
export const qualificationRefusals = ['NOT_RECEIVED'] as const;
export type QualificationRefusal = (typeof qualificationRefusals)[number];
export const assignmentRefusals = ['ASSIGNED_ALREADY', 'NOT_QUALIFIED', 'BRANCH_NOT_OPEN', 'BRANCH_ABROAD'] as const;
export type AssignmentRefusal = (typeof assignmentRefusals)[number];
export const visitRefusals = ['NOT_ASSIGNED', 'VISIT_IN_THE_FUTURE', 'VISIT_BEFORE_RECEIPT'] as const;
export type VisitRefusal = (typeof visitRefusals)[number];
export const outcomeRefusals = ['NOT_WAITING', 'NOT_VISITED', 'REASON_MISSING', 'REASON_WITHOUT_NO'] as const;
export type OutcomeRefusal = (typeof outcomeRefusals)[number];
export const installationRefusals = ['NOT_DECIDED', 'SIRET_INVALID', 'SIRET_TAKEN', 'JOBS_IMPOSSIBLE'] as const;
export type InstallationRefusal = (typeof installationRefusals)[number];

const largestSurface = 1_000_000;
const mostJobs = 20_000;

/** Somebody asks for a site in the region. */
export function open(request: SiteRequest, today: LocalDate): Decision<OpeningRefusal, InboundStep> {
  if (request.organisation.trim() === '') return refuse('ORGANISATION_MISSING');
  if (request.surface <= 0 || request.surface > largestSurface) return refuse('SURFACE_IMPOSSIBLE');
  if (request.departments.some((department) => formerRegionOf(department) === null)) return refuse('DEPARTMENT_OUTSIDE');
  if (request.budget !== null && request.budget < 0n) return refuse('BUDGET_NEGATIVE');
  if (request.wantedOn !== null && request.wantedOn < today) return refuse('WANTED_ON_PASSED');
  if (!isJobs(request.jobsAnnounced)) return refuse('JOBS_IMPOSSIBLE');
  return accept({ status: 'RECEIVED', recordedOn: today });
}

/** The network finds that the project is real and can be served. */
export function qualify(project: InboundProject, today: LocalDate): Decision<QualificationRefusal, InboundStep> {
  if (project.status !== 'RECEIVED') return refuse('NOT_RECEIVED');
  return accept({ status: 'QUALIFIED', recordedOn: today });
}

/** One open local branch takes it over, and no other after it. */
export function assign(
  project: InboundProject,
  branch: { readonly id: string; readonly isOpen: boolean; readonly isLocal: boolean },
  today: LocalDate,
): Decision<AssignmentRefusal, InboundStep> {
  if (project.ownerBranchId !== null) return refuse('ASSIGNED_ALREADY');
  if (project.status !== 'QUALIFIED') return refuse('NOT_QUALIFIED');
  if (!branch.isLocal) return refuse('BRANCH_ABROAD');
  if (!branch.isOpen) return refuse('BRANCH_NOT_OPEN');
  return accept({ status: 'ASSIGNED', recordedOn: today, branchId: branch.id });
}

/** The decision maker came and saw sites, once or several times. */
export function recordVisit(project: InboundProject, visitedOn: LocalDate, today: LocalDate): Decision<VisitRefusal, InboundStep> {
  if (!['ASSIGNED', 'VISITED'].includes(project.status)) return refuse('NOT_ASSIGNED');
  if (visitedOn > today) return refuse('VISIT_IN_THE_FUTURE');
  if (visitedOn < project.receivedOn) return refuse('VISIT_BEFORE_RECEIPT');
  return accept({ status: 'VISITED', recordedOn: today, visitedOn });
}

/** The decision maker says yes after a visit, or no with a reason at any time; or nothing is heard of them any more. */
export function decide(
  project: InboundProject,
  outcome: 'YES' | 'NO' | 'DORMANT',
  reason: DeclineReason | null,
  today: LocalDate,
): Decision<OutcomeRefusal, InboundStep> {
  if (!isWaiting(project.status)) return refuse('NOT_WAITING');
  if (outcome === 'YES' && project.status !== 'VISITED') return refuse('NOT_VISITED');
  if (outcome === 'NO' && reason === null) return refuse('REASON_MISSING');
  if (outcome !== 'NO' && reason !== null) return refuse('REASON_WITHOUT_NO');
  if (outcome === 'DORMANT') return accept({ status: 'DORMANT', recordedOn: today });
  if (outcome === 'YES') return accept({ status: 'DECIDED_YES', recordedOn: today });
  return accept({ status: 'DECIDED_NO', recordedOn: today, reason: reason as DeclineReason });
}

/** The site is there: the register gave it a SIRET that no other project has, and people work in it. */
export function install(
  project: InboundProject,
  siret: string,
  isTaken: boolean,
  jobsCreated: number,
  today: LocalDate,
): Decision<InstallationRefusal, InboundStep> {
  if (project.status !== 'DECIDED_YES') return refuse('NOT_DECIDED');
  if (!isRegistrationNumber('SIRET', siret)) return refuse('SIRET_INVALID');
  if (isTaken) return refuse('SIRET_TAKEN');
  if (!isJobs(jobsCreated)) return refuse('JOBS_IMPOSSIBLE');
  return accept({ status: 'INSTALLED', recordedOn: today, siret, jobsCreated });
}

/** Whether nothing has happened to it for more than some days, though somebody has to do something. */
export function waitsTooLong(status: InboundStatus, since: LocalDate, days: number, today: LocalDate): boolean {
  return isWaiting(status) && addDays(since, days) < today;
}

/** Until the decision maker has said yes, a project is known to those who work on it only; after a no too. */
export function isConfidential(status: InboundStatus): boolean {
  return status !== 'DECIDED_YES' && status !== 'INSTALLED';
}

function isWaiting(status: InboundStatus): boolean {
  return (waitingStatuses as readonly InboundStatus[]).includes(status);
}

function isJobs(jobs: number): boolean {
  return Number.isInteger(jobs) && jobs >= 0 && jobs <= mostJobs;
}
