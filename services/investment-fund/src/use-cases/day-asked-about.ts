import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/**
 * The day a question about the fund is about.
 *
 * @throws InvalidInput for a day that has not come: nobody knows yet what will be published then
 */
export function dayAskedAbout(asOf: LocalDate | null | undefined, today: LocalDate): LocalDate {
  if (asOf == null) return today;
  if (asOf > today) throw new InvalidInput(`asOf must not lie in the future: send ${today} or an earlier day.`);
  return asOf;
}
