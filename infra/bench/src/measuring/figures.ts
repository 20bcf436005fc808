export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The smallest of the numbers that this share of them does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function rounded(number: number, digits = 2): number {
  return Number(number.toFixed(digits));
}

/** Another order each time. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
