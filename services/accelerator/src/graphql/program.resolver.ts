import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { versionOn } from '../domain/program-version.ts';
import { requireAcceleratorAccess } from '../use-cases/policies.ts';
import type { ProgramView } from '../use-cases/views.ts';
import type { AcceleratorContext } from './context.ts';
import { CohortType, cohortType, ProgramCohortsConnectionType } from './types/cohort.type.ts';
import { ProgramType, programType } from './types/program.type.ts';
import { ProgramVersionType, programVersionType } from './types/program-version.type.ts';

@Resolver(() => ProgramType)
export class ProgramResolver {
  // Nullable, so that a stopped accelerator empties this field and not the whole answer of the graph.
  @Query(() => [ProgramType], { nullable: true, description: 'All accelerators of the network.' })
  async programs(@Ctx() { loaders, viewer }: AcceleratorContext): Promise<ProgramType[]> {
    return (await loaders.allPrograms()).map((program) => programType(program, viewer.language));
  }

  @Query(() => ProgramType, { nullable: true, description: 'One accelerator by its id.' })
  async program(
    @Arg('id', () => ID, { description: 'Typed id of the program; it begins with "program_".' }) id: string,
    @Ctx() context: AcceleratorContext,
  ): Promise<ProgramType> {
    return programType(await programById(id, context), context.viewer.language);
  }

  @FieldResolver(() => ProgramVersionType, { nullable: true, description: 'The rules that apply today, null when none do.' })
  currentVersion(@Root() program: ProgramType, @Ctx() context: AcceleratorContext): Promise<ProgramVersionType | null> {
    return this.versionAt(program, context.today, context);
  }

  @FieldResolver(() => ProgramVersionType, { nullable: true, description: 'The rules that applied on a day, null when none did.' })
  async versionAt(
    @Root() program: ProgramType,
    @Arg('date', () => LocalDateScalar, { description: 'The day in question.' }) date: LocalDate,
    @Ctx() { loaders, viewer }: AcceleratorContext,
  ): Promise<ProgramVersionType | null> {
    const version = versionOn(date, await loaders.versionsByProgram.load(program.uuid));
    return version ? programVersionType(version, viewer.language) : null;
  }

  @FieldResolver(() => [ProgramVersionType], { description: 'Every version of the rules there has been, the oldest first.' })
  async versions(@Root() program: ProgramType, @Ctx() { loaders, viewer }: AcceleratorContext): Promise<ProgramVersionType[]> {
    return (await loaders.versionsByProgram.load(program.uuid)).map((version) => programVersionType(version, viewer.language));
  }

  @FieldResolver(() => [CohortType], { description: 'The cohorts that take applications today, the nearest deadline first.' })
  async openCohorts(@Root() program: ProgramType, @Ctx() { loaders, viewer, today }: AcceleratorContext): Promise<CohortType[]> {
    return (await loaders.openCohortsByProgram.load(program.uuid)).map((cohort) => cohortType(cohort, today, viewer.language));
  }

  @FieldResolver(() => ProgramCohortsConnectionType, {
    nullable: true,
    description: 'All cohorts, past ones too, the latest start first. Needs the scope accelerator:read.',
  })
  async cohorts(@Root() program: ProgramType, @Args(() => PageArgs) page: PageArgs, @Ctx() { loaders, viewer, today }: AcceleratorContext) {
    requireAcceleratorAccess(viewer);
    const { edges, pageInfo } = await loaders.cohortPageByProgram(program.uuid, page);
    return { edges: edges.map(({ node, cursor }) => ({ node: cohortType(node, today, viewer.language), cursor })), pageInfo };
  }
}

/** @throws InvalidInput when it is no id of a program, NotFound when there is no such program. */
export async function programById(id: string, { loaders }: AcceleratorContext): Promise<ProgramView> {
  const program = await loaders.programById(parseId('program', id));
  if (!program) throw new NotFound('There is no program with this id: take one from programs { id }.');
  return program;
}
