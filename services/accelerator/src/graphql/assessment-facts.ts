import { BadRepresentation } from '@leader/subgraph-kit/errors/errors';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyOf, parseCurrency } from '@leader/subgraph-kit/values/money';
import { type CompanyFacts, type MembershipStatus, membershipStatuses } from '../domain/company-facts.ts';
import { type SizeCategory, sizeCategories } from '../domain/criterion.ts';

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

/** @throws BadRepresentation naming the fact, never its value: one that is not understood must not become "unknown" */
export function readAssessmentFacts(stated: StatedFacts): CompanyFacts {
  if (typeof stated !== 'object') throw notUnderstood('assessmentFacts');
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
  if ((membershipStatuses as readonly unknown[]).includes(value)) return value as MembershipStatus;
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

function notUnderstood(name: string): BadRepresentation {
  return new BadRepresentation(`The fact ${name} of a company is not as agreed.`);
}
