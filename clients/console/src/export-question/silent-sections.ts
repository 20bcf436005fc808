import type { AnswerParts } from './answer-parts.ts';
import type { Part } from './parts.ts';

export type SectionName = 'place' | 'people' | 'premises' | 'reviews' | 'accelerators' | 'fund';

const partsOf: Record<SectionName, (keyof AnswerParts)[]> = {
  place: ['destination'],
  people: ['positions', 'positionsInOccitanie'],
  premises: ['premises'],
  reviews: ['score', 'reviews', 'pitfalls'],
  accelerators: ['eligibility', 'programs'],
  fund: ['fundFit', 'fund'],
};

/** Sections some part of which did not answer: not a gap in what the network knows, but one in this answer. */
export function silentSections(parts: AnswerParts): SectionName[] {
  const isSilent = (part: Part<unknown>) => part.state !== 'whole' && part.state !== 'none' && part.trouble === 'unavailable';
  return (Object.keys(partsOf) as SectionName[]).filter((section) =>
    partsOf[section].some((name) => isLostItself(parts, name) && isSilent(parts[name])),
  );
}

/** The card of a country has holes whenever one of its lists is lost; only its own loss counts here. */
function isLostItself(parts: AnswerParts, name: keyof AnswerParts): boolean {
  return name !== 'destination' || parts.destination.state === 'lost';
}
