import type { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { PositionOwner } from '../use-cases/ports.ts';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { type CountedPage, countedPage } from './counted-page.ts';
import { type PositionType, positionType } from './types/position.type.ts';

/** @throws NotSignedIn or NotAllowed; InvalidInput when the page is none. */
export async function positionsOwnedBy(
  owner: PositionOwner,
  parent: string,
  args: PageArgs,
  context: ExportContext,
): Promise<CountedPage<PositionType>> {
  const { viewer, loaders, orders, today } = context;
  requireNetworkReader(viewer);
  const page = orders.positions.page(args);
  const rows = await loaders.positionsByOwner.load({ kind: owner, parent, page });
  return countedPage(
    page,
    rows,
    (row) => positionType(row, today),
    () => loaders.positionCountByOwner.load({ kind: owner, parent }),
  );
}
