import { parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import { actingCompany } from '../use-cases/expertise/expertise-rights.ts';
import { requireFileReader } from '../use-cases/writing-rights.ts';
import type { MembershipContext } from './context.ts';

type Context = Pick<MembershipContext, 'viewer' | 'loaders'>;

/** The id that a company has now: a client may name it by that of a record that became it. */
export async function presentId(askedId: Uuid, { loaders }: Pick<Context, 'loaders'>): Promise<Uuid> {
  return (await loaders.companyById.load(askedId))?.id ?? askedId;
}

/**
 * The company that a list is asked about, the viewer's own when none is named.
 *
 * @throws NotFound for whoever is neither that company nor of a bureau.
 */
export async function companyAskedAbout(named: string | null | undefined, context: Context): Promise<Uuid> {
  const { viewer } = context;
  const own = viewer.companyId === undefined ? undefined : parseId('company', viewer.companyId);
  const [id, ownId] = await Promise.all([presentId(actingCompany(viewer, named), context), own && presentId(own, context)]);
  if (id !== ownId) requireFileReader(viewer, id);
  return id;
}
