import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { nomenclaturesBy, sectionReaches } from '../../domain/activity-section.ts';
import type { MembersAlike } from '../../domain/counts/member-breakdown.ts';
import { decree } from '../../domain/size-category.ts';
import { enteredOn } from '../figures.queries.ts';
import { hasStatus } from '../standing.ts';
import { factsThen, joinPast } from './counted-before.ts';

/** Three-valued as the rule is: where a missing figure leaves a comparison open, it leaves the size open. */
const size = `CASE ${decree
  .map(({ category, fte, turnover, balanceTotal }) => {
    const isWithin = `(year.fte < ${fte} AND (year.turnover <= ${turnover} OR year.balance_total <= ${balanceTotal}))`;
    return `WHEN ${isWithin} THEN '${category}' WHEN ${isWithin} IS NULL THEN NULL`;
  })
  .join(' ')} ELSE 'GE' END`;

const euros = (amount: string) => `CASE f.currency WHEN 'EUR' THEN f.${amount} END AS ${amount}`;

/** $1 the day that is counted, $2 the day of knowledge, $3 the nomenclatures in the order of that day, $4 their sections. */
const membersAlike = `
  SELECT m.branch_id AS "branchId", seat.department, ${size} AS size, main.section,
    CASE WHEN main.section IS NOT NULL THEN main.nomenclature END AS nomenclature, count(*)::int AS count
  FROM membership AS m
  JOIN branch AS b ON b.id = m.branch_id AND b.kind = 'LOCAL'
  ${joinPast('$2::date')}
  LEFT JOIN LATERAL (
    SELECT s.department FROM ${factsThen('site')} AS s
    WHERE s.seat_from <= $1::date AND (s.is_headquarters OR s.seat_until >= $1::date)
    ORDER BY s.seat_from DESC, s.id LIMIT 1
  ) AS seat ON true
  LEFT JOIN LATERAL (
    SELECT dated.nomenclature, reach.section FROM (
      SELECT a.nomenclature, a.code FROM ${factsThen('activity')} AS a WHERE a.since <= $1::date
      UNION ALL
      SELECT a.nomenclature, a.code FROM ${factsThen('former_activity')} AS a WHERE $1::date BETWEEN a.since AND a.until
    ) AS dated
    LEFT JOIN jsonb_to_recordset($4::jsonb) AS reach(nomenclature text, section text, first int, last int)
      ON reach.nomenclature = dated.nomenclature AND substring(dated.code, '^[0-9]{2}')::int BETWEEN reach.first AND reach.last
    ORDER BY array_position($3::text[], dated.nomenclature), dated.code LIMIT 1
  ) AS main ON true
  LEFT JOIN LATERAL (
    SELECT f.fte, ${euros('turnover')}, ${euros('balance_total')}
    FROM ${factsThen('annual_figures')} AS f WHERE f.closed_on <= $1::date AND ${enteredOn} <= $2::date
    ORDER BY f.closed_on DESC, f.entered_at DESC, f.id DESC LIMIT 1
  ) AS year ON true
  WHERE ${hasStatus('ACTIVE', '$1::date')}
  GROUP BY 1, 2, 3, 4, 5`;

/** The active members of local branches, by everything they are counted by: one statement for all of them, as `countedBy` says of each. */
export function breakdownQueries(sql: Sql) {
  return {
    membersAlike: (asOf: LocalDate, knownAt: LocalDate) =>
      sql.query<MembersAlike>(membersAlike, [asOf, knownAt, nomenclaturesBy(asOf), JSON.stringify(sectionReaches)]),
  };
}
