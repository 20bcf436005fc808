import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

export type ListingKind = 'OFFER' | 'NEED';

/** What the network promised to help its members with; finer themes belong to one of them. */
export type Objective = 'INNOVATION' | 'GROWTH' | 'SOCIAL_RESPONSIBILITY';

export interface ExpertiseTheme {
  readonly code: string;
  readonly objective: Objective;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface Listing {
  readonly companyId: string;
  readonly kind: ListingKind;
  readonly theme: string;
  readonly publishedOn: LocalDate;
  /** Last day on which others may answer it. */
  readonly openUntil: LocalDate;
  readonly closedOn: LocalDate | null;
}

export const publicationRefusals = [
  'NOT_A_MEMBER',
  'THEME_NOT_IN_USE',
  'TITLE_MISSING',
  'OPEN_UNTIL_PASSED',
  'OPEN_TOO_LONG',
  'LISTED_ALREADY',
] as const;
export type PublicationRefusal = (typeof publicationRefusals)[number];

export const closureRefusals = ['NOT_OPEN'] as const;
export type ClosureRefusal = (typeof closureRefusals)[number];

/** A listing older than this would be about another year of the company. */
const longestInMonths = 12;

export interface Draft extends Pick<Listing, 'companyId' | 'kind' | 'theme' | 'openUntil'> {
  readonly title: string;
}

/** A member says what it can help with, or what it needs, until a day within a year; once for each theme. */
export function publish(
  draft: Draft,
  isActiveMember: boolean,
  theme: ExpertiseTheme | undefined,
  listed: readonly Listing[],
  today: LocalDate,
): Decision<PublicationRefusal, Listing> {
  if (!isActiveMember) return refuse('NOT_A_MEMBER');
  if (!theme || !isInUse(theme, today)) return refuse('THEME_NOT_IN_USE');
  if (draft.title.trim() === '') return refuse('TITLE_MISSING');
  if (draft.openUntil < today) return refuse('OPEN_UNTIL_PASSED');
  if (draft.openUntil > addMonths(today, longestInMonths)) return refuse('OPEN_TOO_LONG');
  const isSame = (other: Listing) => other.companyId === draft.companyId && other.kind === draft.kind && other.theme === draft.theme;
  if (listed.some((other) => isSame(other) && isOpenOn(other, today))) return refuse('LISTED_ALREADY');
  const { companyId, kind, openUntil } = draft;
  return accept({ companyId, kind, theme: draft.theme, openUntil, publishedOn: today, closedOn: null });
}

/** Nobody may answer a listing any more. */
export function closeListing(listing: Listing, today: LocalDate): Decision<ClosureRefusal, { readonly closedOn: LocalDate }> {
  if (!isOpenOn(listing, today)) return refuse('NOT_OPEN');
  return accept({ closedOn: today });
}

export function isOpenOn({ publishedOn, openUntil, closedOn }: Listing, day: LocalDate): boolean {
  return publishedOn <= day && day <= openUntil && closedOn === null;
}

export function isInUse({ validFrom, validTo }: ExpertiseTheme, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
