/** How many companies joined and left in one calendar year. */
export interface YearOfMovements {
  readonly year: number;
  readonly joined: number;
  readonly left: number;
}

/** One line a year from the first movement to the year of today: a year in which nobody came or went has its line too. */
export function everyYear(counted: readonly YearOfMovements[], thisYear: number): YearOfMovements[] {
  const first = Math.min(...counted.map(({ year }) => year), thisYear + 1);
  const byYear = new Map(counted.map((one) => [one.year, one]));
  return Array.from(
    { length: thisYear + 1 - first },
    (_, index) => byYear.get(first + index) ?? { year: first + index, joined: 0, left: 0 },
  );
}
