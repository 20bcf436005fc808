import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigInvalid } from '@leader/subgraph-kit/config/read-config';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { StoredCriterion } from './domain/criterion.ts';
import type { Wording } from './use-cases/views.ts';

interface Story {
  readonly programs: readonly { code: string; name: string; basedOn?: Wording }[];
  readonly versions: readonly {
    program: string;
    number: number;
    validFrom: LocalDate;
    validTo?: LocalDate;
    durationMonths: number;
    capacityUnit: string;
    experimental: boolean;
    source: Wording;
    assumption?: Wording;
    /** Stage, kind, operator, threshold, unit. */
    criteria: readonly (readonly [string, string, string, string, string])[];
  }[];
  readonly cohorts: readonly StoryCohort[];
}

/** Days are dates, or counted from the day of seeding where something must be open on that day. */
interface StoryCohort {
  readonly program: string;
  readonly version: number;
  readonly name: string;
  readonly opensOn: LocalDate | number;
  readonly applyUntil: LocalDate | number;
  readonly startOn?: LocalDate | number;
  readonly window?: readonly [LocalDate, LocalDate];
  readonly capacity: number;
  readonly placesTaken: number;
  readonly theme?: Wording;
}

/**
 * Tells the invented story to an empty database, and leaves any other alone.
 *
 * @returns whether it was empty.
 */
export async function seedWhenEmpty(database: Database, seedDir: string, today: LocalDate): Promise<boolean> {
  return inTransaction(database, async ({ sql }) => {
    // Two that seed at once would both find it empty.
    await sql.query('LOCK TABLE program IN EXCLUSIVE MODE');
    const [found] = await sql.query<{ present: boolean }>('SELECT EXISTS (SELECT FROM program) AS present');
    if (found?.present) return false;
    await tell(await readStory(seedDir), sql, today);
    return true;
  });
}

async function readStory(seedDir: string): Promise<Story> {
  const file = path.join(seedDir, 'accelerator.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Story;
  } catch (error) {
    throw new ConfigInvalid(`SEED_DIR must hold a readable accelerator.json: ${(error as Error).message}`);
  }
}

async function tell(story: Story, sql: Sql, today: LocalDate): Promise<void> {
  await insert(sql, 'program', 'id, position, code, name, based_on', story.programs.map(programRow));
  await insert(
    sql,
    'program_version',
    'id, program_id, number, valid_from, valid_to, duration_months, capacity_unit, experimental, source, assumption',
    story.versions.map(versionRow),
  );
  await insert(sql, 'criterion', 'version_id, position, kind, stage, operator, threshold, unit', story.versions.flatMap(criterionRows));
  await insert(
    sql,
    'cohort',
    'id, version_id, name, opens_on, apply_until, start_on, window_from, window_to, capacity, places_taken, theme',
    story.cohorts.map((cohort) => cohortRow(cohort, today)),
  );
}

/** One statement a table, whatever the length of the story. Table and columns are ours, never read from a file. */
async function insert(sql: Sql, table: string, columns: string, rows: readonly object[]): Promise<void> {
  await sql.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

function programRow({ code, name, basedOn }: Story['programs'][number], index: number): object {
  return { id: idFromName('program', code), position: index + 1, code, name, based_on: basedOn };
}

function versionRow(version: Story['versions'][number]): object {
  return {
    id: versionId(version.program, version.number),
    program_id: idFromName('program', version.program),
    number: version.number,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    duration_months: version.durationMonths,
    capacity_unit: version.capacityUnit,
    experimental: version.experimental,
    source: version.source,
    assumption: version.assumption,
  };
}

function criterionRows(version: Story['versions'][number]): (StoredCriterion & { version_id: string })[] {
  return version.criteria.map(([stage, kind, operator, threshold, unit], index) => ({
    version_id: versionId(version.program, version.number),
    position: index + 1,
    stage,
    kind,
    operator,
    threshold,
    unit,
  }));
}

function cohortRow(cohort: StoryCohort, today: LocalDate): object {
  return {
    id: idFromName('cohort', cohort.name),
    version_id: versionId(cohort.program, cohort.version),
    name: cohort.name,
    opens_on: dayOf(cohort.opensOn, today),
    apply_until: dayOf(cohort.applyUntil, today),
    start_on: cohort.startOn === undefined ? undefined : dayOf(cohort.startOn, today),
    window_from: cohort.window?.[0],
    window_to: cohort.window?.[1],
    capacity: cohort.capacity,
    places_taken: cohort.placesTaken,
    theme: cohort.theme,
  };
}

function versionId(program: string, number: number): string {
  return idFromName('program_version', `${program}/${number}`);
}

function dayOf(when: LocalDate | number, today: LocalDate): LocalDate {
  return typeof when === 'number' ? addDays(today, when) : when;
}
