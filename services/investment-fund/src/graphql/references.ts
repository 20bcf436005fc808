import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { References, Representation } from '@leader/subgraph-kit/federation/references';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { FundContext } from './context.ts';
import { showFund } from './show-fund.ts';
import type { FundType } from './types/fund.type.ts';

/** A company comes with the facts the gateway fetched for it: nothing is looked up here. */
function company(reference: Representation): Representation {
  parseId('company', reference.id);
  return reference;
}

/** @throws NotFound for a well-formed id of no fund */
async function fund({ id }: Representation, { loaders, today, viewer }: FundContext): Promise<FundType> {
  const uuid = parseId('fund', id);
  const found = await loaders.fundByDay.load(today);
  if (found?.id !== uuid) throw new NotFound('There is no such fund.');
  return showFund(found, today, viewer.language);
}

export const references: References<FundContext> = { Company: company, Fund: fund };
