import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { CompanyType, showCompany } from '../types/company.type.ts';
import {
  CompaniesMergedType,
  CompanyMergeType,
  MergeCompaniesInput,
  MergeUndoneType,
  mergingThem,
  showMerge,
  UndoMergeInput,
  undoingIt,
} from './merge.type.ts';

const byBranch =
  'Needs members:write and branch:manage; a branch lead does it for companies of their own branch, and nobody for their own company.';

@Resolver(() => CompanyType)
export class MergeResolver {
  @FieldResolver(() => [CompanyMergeType], {
    nullable: true,
    description: 'The records that were merged into it, the latest first. For branches, with branch:manage.',
  })
  async mergedRecords(@Root() { view }: CompanyType, @Ctx() { duplicates }: MembershipContext): Promise<CompanyMergeType[]> {
    return (await duplicates.mergesByCompany.load(view.id)).map(showMerge);
  }

  @Mutation(() => mergingThem.union, {
    description: `Two records are of one company: all of one is of the other from now on, or nothing is. Both ids lead to it. ${byBranch}`,
  })
  async mergeCompanies(
    @Arg('input', () => MergeCompaniesInput, { description: 'The records, and what shows that they are one company.' })
    request: MergeCompaniesInput,
    @Ctx() context: MembershipContext,
  ) {
    return mergingThem.answer(await context.duplicates.merging.mergeCompanies({ ...request }), context.viewer.language, async (id) => {
      const { merge, company } = await mergeWith(id, context);
      return Object.assign(new CompaniesMergedType(), { merge: showMerge(merge), company });
    });
  }

  @Mutation(() => undoingIt.union, {
    description: `Two records that became one are two companies after all: each gets back what was its own. ${byBranch}`,
  })
  async undoMerge(
    @Arg('input', () => UndoMergeInput, { description: 'The merge, and what shows that they are two companies.' }) request: UndoMergeInput,
    @Ctx() context: MembershipContext,
  ) {
    return undoingIt.answer(await context.duplicates.merging.undoMerge({ ...request }), context.viewer.language, async (id) => {
      const { merge, company } = await mergeWith(id, context);
      return Object.assign(new MergeUndoneType(), {
        merge: showMerge(merge),
        company,
        otherCompany: await companyWith(merge.mergedId, context),
      });
    });
  }
}

async function mergeWith(id: string, context: MembershipContext) {
  const [merge] = await context.duplicates.queries.merges([id]);
  if (!merge) throw new Error('The merge of a change is gone');
  return { merge, company: await companyWith(merge.companyId, context) };
}

async function companyWith(id: string, { loaders }: MembershipContext): Promise<CompanyType> {
  const view = await loaders.companyById.load(id);
  if (!view) throw new Error('The company of a merge is gone');
  return showCompany(view);
}
