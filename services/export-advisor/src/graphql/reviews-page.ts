import type { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { ReviewOwner } from '../use-cases/ports.ts';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { type CountedPage, countedPage } from './counted-page.ts';
import { type ReviewType, reviewType } from './types/review.type.ts';

/** @throws NotSignedIn or NotAllowed; InvalidInput when the page is none. */
export async function reviewsOwnedBy(
  owner: ReviewOwner,
  parent: string,
  args: PageArgs,
  context: ExportContext,
): Promise<CountedPage<ReviewType>> {
  const { viewer, loaders, orders } = context;
  requireNetworkReader(viewer);
  const page = orders.reviews.page(args);
  const rows = await loaders.reviewsByOwner.load({ kind: owner, parent, page });
  return countedPage(
    page,
    rows,
    (row) => reviewType(row, viewer.language),
    () => loaders.reviewCountByOwner.load({ kind: owner, parent }),
  );
}
