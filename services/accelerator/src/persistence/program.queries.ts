import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { readCriterion, type StoredCriterion } from '../domain/criterion.ts';
import type { Programs } from '../use-cases/ports.ts';
import type { CapacityUnit, ProgramVersionView, ProgramView, Wording } from '../use-cases/views.ts';

interface VersionRow {
  readonly id: string;
  readonly program_id: string;
  readonly number: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly duration_months: number;
  readonly capacity_unit: string;
  readonly experimental: boolean;
  readonly source: Wording;
  readonly assumption: Wording | null;
  readonly criteria: readonly StoredCriterion[];
}

export function programsIn(sql: Sql): Programs {
  return {
    all: () => sql.query<ProgramView>('SELECT id, code, name, based_on AS "basedOn" FROM program ORDER BY position'),
    versionsOf: async (programIds) => (await sql.query<VersionRow>(versions, [programIds])).map(versionView),
  };
}

const versions = `
  SELECT v.id, v.program_id, v.number, v.valid_from::text, v.valid_to::text, v.duration_months, v.capacity_unit, v.experimental, v.source, v.assumption,
         coalesce(jsonb_agg(to_jsonb(c) - 'version_id' ORDER BY c.position) FILTER (WHERE c.version_id IS NOT NULL), '[]') AS criteria
    FROM program_version v LEFT JOIN criterion c ON c.version_id = v.id
   WHERE v.program_id = ANY($1::uuid[])
   GROUP BY v.id
   ORDER BY v.program_id, v.number`;

function versionView(row: VersionRow): ProgramVersionView {
  return {
    id: row.id,
    programId: row.program_id,
    number: row.number,
    validFrom: row.valid_from as LocalDate,
    validTo: row.valid_to as LocalDate | null,
    durationMonths: row.duration_months,
    capacityUnit: row.capacity_unit as CapacityUnit,
    experimental: row.experimental,
    source: row.source,
    assumption: row.assumption,
    criteria: row.criteria.map(readCriterion),
  };
}
