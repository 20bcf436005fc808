import { type CursorColumns, Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CohortStart } from '../domain/cohort.ts';
import type { Cohorts } from '../use-cases/ports.ts';
import type { CapacityUnit, CohortView, Wording } from '../use-cases/views.ts';

interface CohortRow {
  readonly id: string;
  readonly program_id: string;
  readonly version_id: string;
  readonly version_number: number;
  readonly duration_months: number;
  readonly capacity_unit: string;
  readonly name: string;
  readonly opens_on: string;
  readonly apply_until: string;
  readonly start_on: string | null;
  readonly window_from: string | null;
  readonly window_to: string | null;
  readonly capacity: number;
  readonly places_taken: number;
  readonly theme: Wording | null;
}

const byStart = new Keyset(
  'program-cohorts',
  [
    { sql: 'c.first_start', type: 'date' },
    { sql: 'c.id', type: 'uuid' },
  ],
  'DESC',
);

const columns = `v.program_id, v.number AS version_number, v.duration_months, v.capacity_unit, c.id, c.version_id, c.name, c.opens_on::text, c.apply_until::text,
  c.start_on::text, c.window_from::text, c.window_to::text, c.capacity, c.places_taken, c.theme`;

const open = `
  SELECT ${columns}
    FROM cohort c JOIN program_version v ON v.id = c.version_id
   WHERE c.opens_on <= $1::date AND c.apply_until >= $1::date AND v.program_id = ANY($2::uuid[])
   ORDER BY c.apply_until, c.id`;

/** Cohorts that take applications on a day. */
export function cohortsIn(sql: Sql): Cohorts {
  return { openOn: async (day, programIds) => (await sql.query<CohortRow>(open, [day, programIds])).map(cohortView) };
}

/** All cohorts of programs, a page at a time, the latest start first. */
export function cohortPagesIn(sql: Sql) {
  return {
    page: (args: PageArgs) => byStart.page(args),
    /** The same page for several programs, in their order. */
    pagesOf: async (programIds: readonly string[], page: Page) => {
      const parameters = new SqlParameters(programIds);
      const rows = await sql.query<CohortRow & CursorColumns>(
        `SELECT p.* FROM unnest($1::uuid[]) AS parent(id)
          CROSS JOIN LATERAL (
            SELECT ${columns}, ${byStart.select}, row_number() OVER (ORDER BY ${page.orderBy}) AS place
              FROM cohort c JOIN program_version v ON v.id = c.version_id
             WHERE v.program_id = parent.id AND ${page.where(parameters)}
             ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
          ) p
          ORDER BY p.place`,
        parameters.values,
      );
      return programIds.map((id) =>
        page.slice(
          rows.filter((row) => row.program_id === id),
          cohortView,
        ),
      );
    },
  };
}

function cohortView(row: CohortRow): CohortView {
  return {
    id: row.id,
    programId: row.program_id,
    versionId: row.version_id,
    versionNumber: row.version_number,
    durationMonths: row.duration_months,
    capacityUnit: row.capacity_unit as CapacityUnit,
    name: row.name,
    opensOn: row.opens_on as LocalDate,
    applyUntil: row.apply_until as LocalDate,
    start: { fixedOn: row.start_on, windowFrom: row.window_from, windowTo: row.window_to } as CohortStart,
    capacity: row.capacity,
    placesTaken: row.places_taken,
    theme: row.theme,
  };
}
