import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { KnownFigures } from '../domain/annual-figures.ts';
import type { MembershipPeriod, MembershipStatus } from '../domain/membership-record.ts';
import type { ConsentEntry, Mandate } from '../domain/person.ts';

/** What reads bring back: rows as they are shown, never decided upon. Days are yyyy-mm-dd, ids are UUIDs. */

export interface CompanyView {
  readonly id: string;
  readonly legalName: string;
  readonly tradeName: string | null;
  readonly country: string;
  readonly town: string | null;
  readonly department: string | null;
  readonly foundedOn: LocalDate | null;
  readonly prospectBranchId: string | null;
  readonly inCollectiveProceedings: boolean | null;
}

export interface RegistrationView {
  readonly companyId: string;
  /** The code of its register. */
  readonly scheme: string;
  readonly value: string;
  readonly verified: boolean;
  /** The day on which somebody looked into the register; null when nobody told. */
  readonly checkedOn: LocalDate | null;
  /** Where the register is, and what its numbers look like. */
  readonly country: string;
  readonly pattern: string;
}

export interface ActivityView {
  readonly companyId: string;
  readonly nomenclature: string;
  readonly code: string;
  readonly labelFr: string | null;
  readonly labelEn: string | null;
}

export interface SiteView {
  readonly companyId: string;
  readonly country: string;
  readonly town: string | null;
  readonly department: string | null;
}

export interface PersonView {
  readonly id: string;
  readonly companyId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly languages: readonly string[];
}

/** One line of the log of what people agreed to. */
export interface ConsentView extends ConsentEntry {
  readonly personId: string;
}

export interface MandateView extends Mandate {
  readonly personId: string;
  readonly branchId: string;
}

export interface BranchView {
  readonly id: string;
  readonly code: string;
  readonly kind: 'LOCAL' | 'HUB';
  readonly nameFr: string;
  readonly nameEn: string;
  readonly country: string;
  readonly town: string;
  readonly plannedOn: LocalDate | null;
  readonly openedOn: LocalDate | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly departments: readonly string[];
  readonly grewFrom: string | null;
  /** On what basis people may be told of there; null for none. */
  readonly transferBasis: string | null;
}

/** One paid-up stretch of membership as it is stored, with the decisions taken about it. */
export interface MembershipView extends MembershipPeriod {
  readonly id: string;
  readonly companyId: string;
}

/** One report of a closed year as it is stored; several of one year are corrections. */
export interface FiguresView extends KnownFigures {
  readonly id: string;
  readonly companyId: string;
}

/** How many active members a branch has on one day. */
export interface BranchCount {
  readonly day: LocalDate;
  readonly branchId: string;
  readonly count: number;
}

/** What the directory can be narrowed to. Null or absent does not narrow. */
export interface DirectoryFilter {
  /** The day on which status and home branch are looked at. */
  readonly day: LocalDate;
  readonly search?: DirectorySearch | null;
  readonly branchId?: string | null;
  readonly department?: string | null;
  readonly status?: MembershipStatus | null;
}

/** Words of names, towns and activities, or a piece of a registration number or an activity code. */
export type DirectorySearch = { readonly words: string } | { readonly number: string };

/** The membership file of a company, as far as people read it before they decide. */
export interface FileView {
  readonly companyId: string;
  readonly version: number;
  /** The latest one. */
  readonly application: {
    readonly branchId: string;
    readonly appliedOn: LocalDate;
    readonly outcome: string | null;
    readonly decidedOn: LocalDate | null;
    readonly ground: string | null;
    readonly explanation: string | null;
    readonly withdrawnOn: LocalDate | null;
    readonly withdrawalMotive: string | null;
  } | null;
}

/** One entry of the history of a company's membership. */
export interface HistoryView {
  readonly companyId: string;
  readonly happenedAt: Date;
  readonly actor: string;
  readonly client: string;
  readonly hub: string | null;
  readonly action: string;
  readonly fields: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

/** The dues of one company for one year, amounts in minor units. */
export interface DuesView {
  readonly companyId: string;
  readonly year: number;
  readonly reference: string;
  readonly size: string;
  readonly currency: string;
  readonly invoiced: bigint;
  readonly credited: bigint;
  readonly kept: bigint;
  readonly settlement: string | null;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface DuesMovementView {
  readonly companyId: string;
  readonly year: number;
  readonly kind: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly on: LocalDate;
  readonly ground: string | null;
  readonly waits: boolean;
}

/** A membership whose dues are late or soon due. */
export interface RenewalView {
  readonly companyId: string;
  readonly branchId: string;
  readonly coveredUntil: LocalDate;
  readonly status: 'ACTIVE' | 'GRACE';
}

/** A member whose last known year closed long ago, or that never reported any. */
export interface StaleFiguresView {
  readonly companyId: string;
  readonly closedOn: LocalDate | null;
}

/** An application that waits. */
export interface OpenApplicationView {
  readonly companyId: string;
  readonly branchId: string;
  readonly appliedOn: LocalDate;
  readonly outcome: string | null;
}

/** How many members there are on a day, and for how many of them the dues of that day are settled. */
export interface DuesRateView {
  readonly members: number;
  readonly settled: number;
}
