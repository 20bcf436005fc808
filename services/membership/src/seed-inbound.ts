import { idFromName } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { TableRows } from './seed-story.ts';

export interface SeededProject {
  readonly key: string;
  readonly organisation: string;
  readonly country: string;
  /** Code of the hub it came through. */
  readonly through?: string;
  readonly section: string;
  readonly surface: number;
  readonly departments: readonly string[];
  /** In whole euros. */
  readonly budget?: number;
  readonly wantedInDays?: number;
  readonly jobs: number;
  readonly siret?: string;
  readonly jobsCreated?: number;
  /** What happened, by how many days ago, oldest first; with the branch it was assigned to, or the reason of a no. */
  readonly steps: readonly (readonly [status: string, daysAgo: number, detail?: string])[];
}

/** Who looks for a site, as rows. */
export function tellInbound(projects: readonly SeededProject[], today: LocalDate): TableRows[] {
  return [
    { table: 'inbound_project', rows: projects.map((project) => projectRow(project, today)) },
    { table: 'inbound_step', rows: projects.flatMap((project) => stepRows(project, today)) },
  ];
}

function projectRow({ key, steps, ...project }: SeededProject, today: LocalDate) {
  const latest = steps.at(-1);
  const owner = steps.find(([status]) => status === 'ASSIGNED')?.[2];
  return {
    id: idFromName('inbound', key),
    version: steps.length,
    source_branch_id: project.through ? idFromName('branch', project.through) : null,
    organisation: project.organisation,
    country: project.country,
    activity_section: project.section,
    surface: project.surface,
    departments: project.departments,
    budget: project.budget === undefined ? null : project.budget * 100,
    currency: project.budget === undefined ? null : 'EUR',
    wanted_on: project.wantedInDays === undefined ? null : addDays(today, project.wantedInDays),
    jobs_announced: project.jobs,
    received_on: addDays(today, -(steps[0]?.[1] ?? 0)),
    status: latest?.[0],
    since: addDays(today, -(latest?.[1] ?? 0)),
    owner_branch_id: owner ? idFromName('branch', owner) : null,
    siret: project.siret ?? null,
    jobs_created: project.jobsCreated ?? null,
    decline_reason: latest?.[0] === 'DECIDED_NO' ? latest[2] : null,
  };
}

function stepRows({ key, steps }: SeededProject, today: LocalDate) {
  return steps.map(([status, daysAgo, detail], index) => ({
    id: idFromName('inbound_step', `${key}/${index}`),
    project_id: idFromName('inbound', key),
    status,
    recorded_on: addDays(today, -daysAgo),
    branch_id: status === 'ASSIGNED' && detail ? idFromName('branch', detail) : null,
    visited_on: status === 'VISITED' ? addDays(today, -daysAgo) : null,
  }));
}
