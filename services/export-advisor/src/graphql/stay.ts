import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Stay, stayBetween } from '../domain/stay.ts';
import type { ExportContext } from './context.ts';
import { stayTexts } from './texts.ts';

/** @throws InvalidInput with what to ask for instead. */
export function askedStay(from: LocalDate | null | undefined, to: LocalDate | null | undefined, { today, viewer }: ExportContext): Stay {
  const decision = stayBetween(from, to, today);
  if ('refused' in decision) throw new InvalidInput(stayTexts[decision.refused][viewer.language]);
  return decision.stay;
}
