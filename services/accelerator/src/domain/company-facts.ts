import { type LocalDate, parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { type CurrencyCode, type Money, moneyOf, parseCurrency } from '@leader/subgraph-kit/values/money';
import { type SizeCategory, sizeCategories } from './criterion.ts';

export type MembershipStatus = 'PROSPECT' | 'ACTIVE' | 'GRACE' | 'LAPSED' | 'SUSPENDED' | 'RESIGNED' | 'EXCLUDED';
const membershipStatuses: readonly string[] = ['PROSPECT', 'ACTIVE', 'GRACE', 'LAPSED', 'SUSPENDED', 'RESIGNED', 'EXCLUDED'];

/** What is known about a company when somebody asks whether an accelerator fits. Null is "not known", never "no". */
export interface CompanyFacts {
  readonly membershipStatus: MembershipStatus;
  readonly foundedOn: LocalDate | null;
  /** End of the last closed year that has figures. */
  readonly closedOn: LocalDate | null;
  readonly turnover: Money | null;
  readonly currency: CurrencyCode | null;
  /** Who vouches for the figures: DECLARED, FILED or AUDITED. */
  readonly figuresSource: string | null;
  /** Every INSEE size category that the known figures leave possible; one when it is certain. */
  readonly possibleSizes: readonly SizeCategory[];
  readonly inCollectiveProceedings: boolean | null;
}

/** The facts as they arrive from the service that owns them. */
export interface StatedFacts {
  readonly membershipStatus?: unknown;
  readonly foundedOn?: unknown;
  readonly closedOn?: unknown;
  readonly turnover?: unknown;
  readonly currency?: unknown;
  readonly figuresSource?: unknown;
  readonly sizeCategory?: unknown;
  readonly possibleSizeCategories?: unknown;
  readonly inCollectiveProceedings?: unknown;
}

/** Reads stated facts strictly, or stops with an error: a fact that is not understood must not become "unknown". */
export function readCompanyFacts(stated: StatedFacts): CompanyFacts {
  const closedOn = optionalText(stated, 'closedOn', parseLocalDate);
  const currency = optionalText(stated, 'currency', parseCurrency);
  const turnover = optionalText(stated, 'turnover', (text) => (currency ? moneyOf(text, currency) : null));
  return {
    membershipStatus: membershipStatusOf(stated.membershipStatus),
    foundedOn: optionalText(stated, 'foundedOn', parseLocalDate),
    closedOn,
    turnover,
    currency,
    figuresSource: optionalText(stated, 'figuresSource', (text) => text),
    possibleSizes: possibleSizesOf(stated.sizeCategory, stated.possibleSizeCategories),
    inCollectiveProceedings: optionalBoolean(stated.inCollectiveProceedings),
  };
}

function membershipStatusOf(value: unknown): MembershipStatus {
  if (typeof value === 'string' && membershipStatuses.includes(value)) return value as MembershipStatus;
  throw notUnderstood('membershipStatus');
}

function possibleSizesOf(category: unknown, possible: unknown): readonly SizeCategory[] {
  if (isSize(category)) return [category];
  if (category !== 'UNKNOWN') throw notUnderstood('sizeCategory');
  if (!Array.isArray(possible) || !possible.every(isSize)) throw notUnderstood('possibleSizeCategories');
  return possible.length > 0 ? possible : sizeCategories;
}

function isSize(value: unknown): value is SizeCategory {
  return sizeCategories.includes(value as SizeCategory);
}

function optionalText<Value>(stated: StatedFacts, name: keyof StatedFacts, read: (text: string) => Value): Value | null {
  const value = stated[name];
  if (value === null) return null;
  if (typeof value !== 'string') throw notUnderstood(name);
  try {
    return read(value);
  } catch {
    throw notUnderstood(name);
  }
}

function optionalBoolean(value: unknown): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  throw notUnderstood('inCollectiveProceedings');
}

/** A plain error: another service broke its promise, and no client can mend that. */
function notUnderstood(name: string): Error {
  return new Error(`The fact ${name} of a company is not as agreed`);
}
