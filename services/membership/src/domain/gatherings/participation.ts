import { countUnlessFew } from '../few.ts';

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

/**
 * The parts of a whole that is told beside them. When a single part is too small to be told, the smallest of the others is left out
 * too: else the small one would be what is missing to the whole.
 */
export function toldParts<Part extends Participation>(parts: readonly Part[]): (Omit<Part, keyof Participation> & ToldParticipation)[] {
  const participants = hideOneMore(parts.map((part) => part.participants));
  const companies = hideOneMore(parts.map((part) => part.companies));
  return parts.map((part, index) => ({ ...part, participants: participants[index] ?? null, companies: companies[index] ?? null }));
}

function hideOneMore(counts: readonly number[]): (number | null)[] {
  const shown = counts.map(countUnlessFew);
  const hidden = shown.filter((count) => count === null).length;
  const tellable = shown.filter((count) => count !== null && count > 0) as number[];
  if (hidden !== 1 || tellable.length === 0) return shown;
  const next = shown.indexOf(Math.min(...tellable));
  return shown.map((count, index) => (index === next ? null : count));
}
