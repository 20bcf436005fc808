import { countUnlessFew, partsUnlessFew } from '../few.ts';

/** How many gatherings took place somewhere, or on something, and how many people and companies came. */
export interface Participation {
  readonly gatherings: number;
  readonly participants: number;
  readonly companies: number;
}

/** What of it may be told: small numbers are null. */
export interface ToldParticipation {
  readonly gatherings: number;
  readonly participants: number | null;
  readonly companies: number | null;
}

export function told({ gatherings, participants, companies }: Participation): ToldParticipation {
  return { gatherings, participants: countUnlessFew(participants), companies: countUnlessFew(companies) };
}

/** The parts of a whole that is told beside them. */
export function toldParts<Part extends Participation>(parts: readonly Part[]): (Omit<Part, keyof Participation> & ToldParticipation)[] {
  const participants = partsUnlessFew(parts.map((part) => part.participants));
  const companies = partsUnlessFew(parts.map((part) => part.companies));
  return parts.map((part, index) => ({ ...part, participants: participants[index] ?? null, companies: companies[index] ?? null }));
}
