import { BadRepresentation } from '@leader/subgraph-kit/errors/errors';
import { parseDecimal } from '@leader/subgraph-kit/values/decimal';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Money, moneyOf } from '@leader/subgraph-kit/values/money';
import { type ClosedYear, type CompanyFacts, type FiguresSource, fteScale } from '../domain/company-facts.ts';

const figuresSources = new Set<string>(['DECLARED', 'FILED', 'AUDITED'] satisfies FiguresSource[]);

/**
 * Reads the facts membership sent along, strictly: a wrong shape is a fault between two services, never an unknown fact.
 *
 * @throws BadRepresentation naming the fact, never its value
 */
export function readAssessmentFacts(raw: unknown): CompanyFacts {
  if (typeof raw !== 'object' || raw === null) throw wrong('assessmentFacts');
  const facts = raw as Record<string, unknown>;
  const currency = textOrNull(facts, 'currency');
  return {
    country: text(facts, 'country'),
    activitySection: textOrNull(facts, 'activitySection'),
    siteDepartments: texts(facts, 'siteDepartments'),
    latestYear: closedYear(facts, { closedOn: 'closedOn', turnover: 'turnover', fte: 'fte' }, currency, source(facts)),
    referenceYear: closedYear(facts, { closedOn: 'referenceClosedOn', turnover: 'referenceTurnover', fte: 'referenceFte' }, currency, null),
  };
}

interface YearFields {
  readonly closedOn: string;
  readonly turnover: string;
  readonly fte: string;
}

function closedYear(
  facts: Record<string, unknown>,
  fields: YearFields,
  currency: string | null,
  figuresSource: FiguresSource | null,
): ClosedYear | null {
  const closedOn = textOrNull(facts, fields.closedOn);
  if (closedOn === null) return null;
  return {
    closedOn: read(fields.closedOn, () => parseLocalDate(closedOn)),
    turnover: turnover(facts, fields.turnover, currency),
    fte: fte(facts, fields.fte),
    source: figuresSource,
  };
}

function turnover(facts: Record<string, unknown>, name: string, currency: string | null): Money | null {
  const amount = textOrNull(facts, name);
  if (amount === null) return null;
  if (currency === null) throw wrong('currency');
  return read(name, () => moneyOf(amount, currency));
}

function fte(facts: Record<string, unknown>, name: string): bigint | null {
  const value = facts[name];
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw wrong(name);
  return read(name, () => parseDecimal(value.toFixed(fteScale), fteScale));
}

function source(facts: Record<string, unknown>): FiguresSource | null {
  const value = textOrNull(facts, 'figuresSource');
  if (value === null) return null;
  if (!figuresSources.has(value)) throw wrong('figuresSource');
  return value as FiguresSource;
}

function text(facts: Record<string, unknown>, name: string): string {
  const value = facts[name];
  if (typeof value !== 'string' || value === '') throw wrong(name);
  return value;
}

function textOrNull(facts: Record<string, unknown>, name: string): string | null {
  return facts[name] === null ? null : text(facts, name);
}

function texts(facts: Record<string, unknown>, name: string): string[] {
  const value = facts[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw wrong(name);
  return value;
}

function read<Value>(name: string, parse: () => Value): Value {
  try {
    return parse();
  } catch {
    throw wrong(name);
  }
}

function wrong(name: string): BadRepresentation {
  return new BadRepresentation(`The fact ${name} of a company is not as agreed.`);
}
