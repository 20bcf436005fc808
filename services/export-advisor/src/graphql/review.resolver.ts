import { encodeId, parseId } from '@leader/subgraph-kit/values/ids';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { maySeeAuthors } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { PitfallType, pitfallType } from './types/pitfall.type.ts';
import { CompanyReference } from './types/references.type.ts';
import { ReviewType } from './types/review.type.ts';

@Resolver(() => ReviewType)
export class ReviewResolver {
  @FieldResolver(() => CompanyReference, {
    nullable: true,
    description: 'The company that wrote it; null for apps of partners, who see reviews without their authors.',
  })
  author(@Root() { authorCompanyId }: ReviewType, @Ctx() { viewer }: ExportContext): CompanyReference | null {
    return maySeeAuthors(viewer) ? { id: encodeId('company', authorCompanyId) } : null;
  }

  @FieldResolver(() => [PitfallType], { description: 'What went wrong in this experience, the costliest first.' })
  async pitfalls(@Root() { id }: ReviewType, @Ctx() { loaders, viewer }: ExportContext): Promise<PitfallType[]> {
    const pitfalls = await loaders.pitfallsByReview.load(parseId('review', id));
    return pitfalls.map((pitfall) => pitfallType(pitfall, viewer.language));
  }
}
