import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** The days on which a version of a program's rules applies, both included. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The version that applied on a day; undefined before the first one and after the last. */
export function versionOn<Version extends Validity>(day: LocalDate, versions: readonly Version[]): Version | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}
