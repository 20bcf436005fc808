import type { KnownFigures } from '../annual-figures.ts';
import { overlap, strength } from '../figures-report.ts';

interface Report extends KnownFigures {
  readonly id: string;
}

/**
 * Both records may tell of one closed year, and a company has one fiscal year at a time: the better source counts, and in doubt the record
 * that stays.
 *
 * @returns reports that are left out, of either record
 */
export function reportsLeftOut(kept: readonly Report[], merged: readonly Report[]): Report[] {
  const keptYears = yearsOf(kept);
  return yearsOf(merged).flatMap((year) => {
    const clashing = keptYears.filter(({ latest }) => overlap(latest, year.latest));
    if (clashing.length === 0) return [];
    const isBetter = clashing.every(({ latest }) => strength[latest.source] < strength[year.latest.source]);
    return isBetter ? clashing.flatMap(({ reports }) => reports) : year.reports;
  });
}

/** All that was ever reported of each closed year, with what counts. */
function yearsOf(reports: readonly Report[]): { readonly reports: Report[]; readonly latest: Report }[] {
  const byYear = new Map<string, Report[]>();
  for (const report of reports) byYear.set(report.closedOn, [...(byYear.get(report.closedOn) ?? []), report]);
  return [...byYear.values()].map((ofYear) => ({
    reports: ofYear,
    latest: ofYear.reduce((latest, one) => (one.enteredAt >= latest.enteredAt ? one : latest)),
  }));
}
