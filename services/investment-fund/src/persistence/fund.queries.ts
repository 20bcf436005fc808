import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { parseDecimal } from '@leader/subgraph-kit/values/decimal';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CriterionKind } from '../domain/criteria.ts';
import type { Funds } from '../use-cases/ports.ts';
import type { FundView, PublishedCriteria, PublishedCriterion, Wording } from '../use-cases/views.ts';

/** What the statement gives for one day. Dates and decimals come as text inside JSON. */
interface FundOnDay extends Omit<FundView, 'criteria'> {
  readonly criteria: (Omit<PublishedCriteria, 'criteria'> & { readonly criteria: readonly CriterionRow[] }) | null;
}

interface CriterionRow {
  readonly kind: CriterionKind;
  readonly weight: number;
  readonly accepted: readonly string[] | null;
  readonly minimumChange: string | null;
  readonly overYears: number | null;
  readonly name: Wording;
  readonly explanation: Wording;
}

const text = (column: string) => `json_build_object('fr', ${column}_fr, 'en', ${column}_en)`;

const fundOnDays = `
  SELECT asked.day::text AS day, found.fund
  FROM unnest($1::date[]) AS asked(day)
  CROSS JOIN LATERAL (
    SELECT json_build_object(
      'id', fund.id, 'name', ${text('fund.name')}, 'thesis', ${text('fund.thesis')},
      'statusHistory', (
        SELECT json_agg(json_build_object('status', status, 'since', since, 'source', source, 'note', ${text('note')}) ORDER BY since)
        FROM fund_status WHERE fund_id = fund.id AND since <= asked.day),
      'partners', (
        SELECT coalesce(json_agg(json_build_object('role', role, 'name', ${text('name')}, 'since', since) ORDER BY position), '[]')
        FROM fund_partner WHERE fund_id = fund.id AND since <= asked.day),
      'criteria', (
        SELECT json_build_object(
          'number', number, 'validFrom', valid_from, 'validTo', valid_to, 'figuresMaxAgeMonths', figures_max_age_months, 'source', ${text('source')},
          'criteria', (
            SELECT json_agg(json_build_object(
              'kind', kind, 'weight', weight, 'accepted', accepted, 'minimumChange', minimum_change::text, 'overYears', over_years,
              'name', ${text('name')}, 'explanation', ${text('explanation')}) ORDER BY position)
            FROM criterion WHERE criteria_version_id = criteria_version.id))
        FROM criteria_version
        WHERE fund_id = fund.id AND daterange(valid_from, valid_to, '[]') @> asked.day)
    ) AS fund
    FROM fund
    WHERE EXISTS (SELECT FROM fund_status WHERE fund_id = fund.id AND since <= asked.day)
    ORDER BY fund.id
    LIMIT 1
  ) AS found`;

export function fundsIn(sql: Sql): Funds {
  return {
    onDays: async (days) => {
      const rows = await sql.query<{ day: LocalDate; fund: FundOnDay }>(fundOnDays, [days]);
      const byDay = new Map(rows.map((row) => [row.day, viewOf(row.fund)]));
      return days.map((day) => byDay.get(day) ?? null);
    },
  };
}

function viewOf(fund: FundOnDay): FundView {
  return { ...fund, criteria: fund.criteria && { ...fund.criteria, criteria: fund.criteria.criteria.map(criterionOf) } };
}

/** The table's checks promise which columns a kind has. */
function criterionOf(row: CriterionRow): PublishedCriterion {
  const published = { name: row.name, explanation: row.explanation };
  switch (row.kind) {
    case 'INDUSTRIAL':
    case 'ANCHORED':
      return { ...published, kind: row.kind, weight: row.weight, accepted: row.accepted as readonly string[] };
    case 'LONG_TERM_JOBS':
    case 'GROWTH':
      return {
        ...published,
        kind: row.kind,
        weight: row.weight,
        minimumChange: parseDecimal(row.minimumChange as string, 1),
        overYears: row.overYears as number,
      };
    case 'CLASSICAL_REFUSAL':
      return { ...published, kind: row.kind, weight: 0 };
  }
}
