import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CompanyFacts } from '../domain/company-facts.ts';
import { assess, nearestOf } from '../domain/eligibility.ts';
import { versionOn } from '../domain/program-version.ts';
import type { CohortView, EligibilityView, ProgramVersionView, ProgramView } from './views.ts';

/** A program with its dated rules and the cohorts that take applications today. */
export interface ProgramOnOffer {
  readonly program: ProgramView;
  readonly versions: readonly ProgramVersionView[];
  readonly openCohorts: readonly CohortView[];
}

/**
 * Assesses a company for every open cohort, or for one program, which then needs no open cohort.
 * All programs are always looked at, because a company that fits none is told which one is nearest.
 */
export function assessCompany(
  offers: readonly ProgramOnOffer[],
  facts: CompanyFacts,
  today: LocalDate,
  onlyProgram?: ProgramView,
): EligibilityView[] {
  const assessed = offers.flatMap((offer) =>
    candidatesOf(offer, today, offer.program.id === onlyProgram?.id).map((candidate) => ({
      ...candidate,
      eligibility: assess(candidate.version, facts, today),
    })),
  );
  const nearest = nearestOf(assessed)?.program ?? null;
  return assessed.filter(({ program }) => !onlyProgram || program.id === onlyProgram.id).map((one) => ({ ...one, nearest }));
}

type Candidate = Pick<EligibilityView, 'program' | 'version' | 'cohort'>;

/** A cohort keeps the rules it was opened with; without a cohort the rules of today apply. */
function candidatesOf({ program, versions, openCohorts }: ProgramOnOffer, today: LocalDate, isAskedFor: boolean): Candidate[] {
  const candidates = openCohorts.flatMap((cohort) =>
    versions.filter(({ id }) => id === cohort.versionId).map((version) => ({ program, version, cohort })),
  );
  if (candidates.length > 0 || !isAskedFor) return candidates;
  const version = versionOn(today, versions);
  return version ? [{ program, version, cohort: null }] : [];
}
