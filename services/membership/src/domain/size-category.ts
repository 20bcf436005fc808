/** INSEE's classes: micro-enterprise, small and medium, intermediate, large. */
export const sizeCategories = ['MIC', 'PME', 'ETI', 'GE'] as const;
export type SizeCategory = (typeof sizeCategories)[number];

/** What a size is judged by: full-time equivalents, and amounts in euro cents. Null is what nobody knows. */
export interface Size {
  readonly fte: number | null;
  readonly turnover: bigint | null;
  readonly balanceTotal: bigint | null;
}

export interface SizeVerdict {
  readonly category: SizeCategory | 'UNKNOWN';
  /** All classes that what is known leaves open, smallest first. */
  readonly possible: readonly SizeCategory[];
}

interface Limits {
  readonly category: SizeCategory;
  /** Fewer than this. */
  readonly fte: number;
  /** At most this, or the balance sheet at most that. */
  readonly turnover: bigint;
  readonly balanceTotal: bigint;
}

const million = 100_000_000n;

/** Decree 2008-1354 of 18 December 2008, article 3. Whatever exceeds them all is a large enterprise. */
export const decree: readonly Limits[] = [
  { category: 'MIC', fte: 10, turnover: 2n * million, balanceTotal: 2n * million },
  { category: 'PME', fte: 250, turnover: 50n * million, balanceTotal: 43n * million },
  { category: 'ETI', fte: 5000, turnover: 1500n * million, balanceTotal: 2000n * million },
];

/** True, false, or null for unknown. */
type Truth = boolean | null;

/** The class of a company by its last closed year; UNKNOWN with the classes that remain when a missing figure could change it. */
export function sizeCategoryOf(size: Size): SizeVerdict {
  const possible: SizeCategory[] = [];
  for (const limits of decree) {
    const within = isWithin(size, limits);
    if (within !== false) possible.push(limits.category);
    if (within === true) return verdict(possible);
  }
  return verdict([...possible, 'GE']);
}

/** What a closed year says about size. Amounts in another currency say nothing: nobody gave us the rate of that day. */
export function sizeInEuros(year: (Size & { readonly currency: string }) | undefined): Size {
  if (!year) return { fte: null, turnover: null, balanceTotal: null };
  const { fte, turnover, balanceTotal } = year;
  return year.currency === 'EUR' ? { fte, turnover, balanceTotal } : { fte, turnover: null, balanceTotal: null };
}

function isWithin(size: Size, limits: Limits): Truth {
  const smallEnough = either(atMost(size.turnover, limits.turnover), atMost(size.balanceTotal, limits.balanceTotal));
  return both(size.fte === null ? null : size.fte < limits.fte, smallEnough);
}

function verdict(possible: readonly SizeCategory[]): SizeVerdict {
  const [only, ...others] = possible;
  return { category: only && others.length === 0 ? only : 'UNKNOWN', possible };
}

function atMost(amount: bigint | null, limit: bigint): Truth {
  return amount === null ? null : amount <= limit;
}

function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function either(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}
