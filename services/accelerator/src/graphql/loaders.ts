import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import type { Page } from '@leader/subgraph-kit/pagination/keyset';
import type { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { MemberStanding } from '../domain/member-standing.ts';
import type { ProgramOnOffer } from '../use-cases/assess-company.ts';
import type { Cohorts, MemberStandings, Programs } from '../use-cases/ports.ts';
import type { CohortView, ProgramVersionView, ProgramView } from '../use-cases/views.ts';

/** Pages of the cohorts of programs. */
interface CohortPages {
  page(args: PageArgs): Page;
  pagesOf(programIds: readonly Uuid[], page: Page): Promise<Connection<CohortView>[]>;
}

export interface AcceleratorQueries {
  readonly programs: Programs;
  readonly cohorts: Cohorts;
  readonly cohortPages: CohortPages;
  readonly standings: MemberStandings;
}

export interface AcceleratorLoaders {
  readonly allPrograms: () => Promise<readonly ProgramView[]>;
  readonly programById: (id: Uuid) => Promise<ProgramView | undefined>;
  readonly versionsByProgram: DataLoader<Uuid, readonly ProgramVersionView[]>;
  readonly openCohortsByProgram: DataLoader<Uuid, readonly CohortView[]>;
  readonly cohortPageByProgram: (programId: Uuid, args: PageArgs) => Promise<Connection<CohortView>>;
  readonly programsOnOffer: () => Promise<readonly ProgramOnOffer[]>;
  readonly standing: ReturnType<typeof standingLoader>;
  readonly standingsAsOf: () => Promise<Date | null>;
}

/** Loaders of one request: everything is read once, however many places of the answer need it. */
export function acceleratorLoaders(
  { programs, cohorts, cohortPages, standings }: AcceleratorQueries,
  today: LocalDate,
): AcceleratorLoaders {
  const allPrograms = once(() => programs.all());
  const versionsByProgram = new DataLoader<Uuid, readonly ProgramVersionView[]>(async (ids) =>
    grouped(ids, await programs.versionsOf(ids)),
  );
  const openCohortsByProgram = new DataLoader<Uuid, readonly CohortView[]>(async (ids) => grouped(ids, await cohorts.openOn(today, ids)));
  const pageLoaders = new Map<string, DataLoader<Uuid, Connection<CohortView>>>();

  return {
    allPrograms,
    standing: standingLoader(standings),
    standingsAsOf: once(() => standings.asOf()),
    programById: async (id) => (await allPrograms()).find((program) => program.id === id),
    versionsByProgram,
    openCohortsByProgram,
    cohortPageByProgram: (programId, args) => {
      const page = cohortPages.page(args);
      const loader = pageLoaders.get(page.key) ?? new DataLoader<Uuid, Connection<CohortView>>((ids) => cohortPages.pagesOf(ids, page));
      pageLoaders.set(page.key, loader);
      return loader.load(programId);
    },
    programsOnOffer: once(async () =>
      Promise.all(
        (await allPrograms()).map(async (program) => {
          const [versions, openCohorts] = await Promise.all([versionsByProgram.load(program.id), openCohortsByProgram.load(program.id)]);
          return { program, versions, openCohorts };
        }),
      ),
    ),
  };
}

interface StandingAsked {
  readonly day: LocalDate;
  readonly companyId: Uuid;
}

/** One statement for each day that is asked about, whatever the number of companies. */
function standingLoader(standings: MemberStandings) {
  return new DataLoader<StandingAsked, MemberStanding | undefined, string>(
    async (asked) => {
      const days = [...new Set(asked.map(({ day }) => day))];
      const found = new Map(
        await Promise.all(
          days.map(async (day) => {
            const companyIds = asked.filter((one) => one.day === day).map(({ companyId }) => companyId);
            return [day, await standings.on(day, companyIds)] as const;
          }),
        ),
      );
      return asked.map(({ day, companyId }) => found.get(day)?.get(companyId));
    },
    { cacheKeyFn: ({ day, companyId }) => `${day} ${companyId}` },
  );
}

function grouped<Item extends { readonly programId: Uuid }>(ids: readonly Uuid[], items: readonly Item[]): Item[][] {
  return ids.map((id) => items.filter((item) => item.programId === id));
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
