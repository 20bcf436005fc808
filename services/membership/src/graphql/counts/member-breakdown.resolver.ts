import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { breakDown } from '../../domain/counts/member-breakdown.ts';
import { partsUnlessFew } from '../../domain/few.ts';
import { countMembers } from '../../use-cases/count-members.ts';
import { requireFiguresReader } from '../../use-cases/reading-rights.ts';
import { dayAskedAbout, dayOfKnowledge } from '../../use-cases/search-directory.ts';
import { asOfDescription, knownAtDescription } from '../as-of.ts';
import type { MembershipContext } from '../context.ts';
import { showBranch } from '../types/branch.type.ts';
import { MemberBreakdownType } from './member-breakdown.type.ts';

@Resolver(() => MemberBreakdownType)
export class MemberBreakdownResolver {
  @Query(() => MemberBreakdownType, {
    nullable: true,
    description:
      'How many active members the local branches have on a day, by branch, former region, department, size and section. For branches and for reports.',
  })
  async memberBreakdown(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Arg('knownAt', () => LocalDateScalar, knownAtDescription) knownAt: LocalDate | null | undefined,
    @Ctx() { viewer, today, counts, loaders }: MembershipContext,
  ): Promise<MemberBreakdownType> {
    requireFiguresReader(viewer);
    const day = dayAskedAbout(asOf, today, viewer);
    const known = dayOfKnowledge(knownAt, day, today, viewer);
    const members = breakDown(await counts.membersAlike(day, known));
    const { total, east, west, byBranch } = countMembers(await loaders.branches(), members.byBranch, day);
    return {
      asOf: day,
      knownAt: known,
      total,
      byBranch: byBranch.map(({ branch, count }) => ({ branch: showBranch(branch, viewer.language), count })),
      byFormerRegion: [
        { formerRegion: 'LANGUEDOC_ROUSSILLON', count: east },
        { formerRegion: 'MIDI_PYRENEES', count: west },
      ],
      byDepartment: unlessFew(members.byDepartment),
      bySize: unlessFew(members.bySize).map(({ size, count }) => ({ size: size ?? 'UNKNOWN', count })),
      bySection: unlessFew(members.bySection),
    };
  }
}

function unlessFew<Part extends { readonly count: number }>(parts: readonly Part[]): (Omit<Part, 'count'> & { count: number | null })[] {
  const told = partsUnlessFew(parts.map(({ count }) => count));
  return parts.map((part, index) => ({ ...part, count: told[index] ?? null }));
}
