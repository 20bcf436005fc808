import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { References, Representation } from '@leader/subgraph-kit/federation/references';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { askedStay } from './stay.ts';
import { positionType } from './types/position.type.ts';
import { premisesType } from './types/premises.type.ts';
import { reviewType } from './types/review.type.ts';

export const references: References<ExportContext> = {
  Company({ id }: Representation) {
    parseId('company', id);
    return { id };
  },

  async Position({ id }: Representation, { viewer, loaders, today }: ExportContext) {
    requireNetworkReader(viewer);
    return positionType(found(await loaders.positionById.load(parseId('position', id))), today);
  },

  async Review({ id }: Representation, { viewer, loaders }: ExportContext) {
    requireNetworkReader(viewer);
    return reviewType(found(await loaders.reviewById.load(parseId('review', id))), viewer.language);
  },

  async Premises({ id }: Representation, context: ExportContext) {
    requireNetworkReader(context.viewer);
    const view = found(await context.loaders.premisesById.load(parseId('premises', id)));
    return premisesType(view, askedStay(undefined, undefined, context), context.viewer.language);
  },
};

function found<View>(view: View | undefined): View {
  if (view === undefined) throw new NotFound('Nothing has this id.');
  return view;
}
