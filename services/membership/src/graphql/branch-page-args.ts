import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { ArgsType, Field } from 'type-graphql';

export const branchDescription = {
  nullable: true,
  description: 'Code of the branch, for example tarn. Left out: your own branch, or all of them for whoever works for the whole network.',
} as const;

/** A page of a list that branches work by. */
@ArgsType()
export class BranchPageArgs extends PageArgs {
  @Field(() => String, branchDescription)
  branch?: string | null;
}
