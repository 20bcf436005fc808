import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** A place where a company works or worked, as it is shown. */
export interface SitePlaceView {
  readonly id: string;
  readonly companyId: string;
  readonly siret: string | null;
  readonly isSeat: boolean;
  readonly country: string;
  readonly town: string | null;
  readonly department: string | null;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

export interface RegisterView {
  readonly code: string;
  readonly country: string;
  readonly name: string;
  readonly example: string;
}

export interface FactsVersionView {
  readonly companyId: string;
  readonly version: number;
}
