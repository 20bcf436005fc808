import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { References, Representation } from '@leader/subgraph-kit/federation/references';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { requireDirectoryReader } from '../use-cases/reading-rights.ts';
import { say } from '../use-cases/sentences.ts';
import type { MembershipContext } from './context.ts';
import { mayName } from './person.resolver.ts';
import { showBranch } from './types/branch.type.ts';
import { showCompany } from './types/company.type.ts';
import { showPerson } from './types/person.type.ts';

/**
 * How the entities that other services point to are found: all of one request by one statement. An entity keeps the key that it was asked
 * by, so that what other services know under the id of a record that was merged is found by it.
 */
export const references: References<MembershipContext> = {
  Company: async ({ id }: Representation, { viewer, loaders }: MembershipContext) => {
    requireDirectoryReader(viewer);
    const company = await loaders.companyById.load(parseId('company', id));
    if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    return { ...showCompany(company), id };
  },

  Branch: async ({ id }: Representation, { viewer, loaders }: MembershipContext) => {
    const branch = await loaders.branchById(parseId('branch', id));
    if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
    return showBranch(branch, viewer.language);
  },

  Person: async ({ id }: Representation, context: MembershipContext) => {
    const { viewer } = context;
    requireDirectoryReader(viewer);
    const person = await context.loaders.personById.load(parseId('person', id));
    if (!person || !(await mayName(person, context))) throw new NotFound(say('NO_SUCH_PERSON', viewer));
    return { ...showPerson(person), id };
  },
};
