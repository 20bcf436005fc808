import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Company', { description: 'A company the network knows: a member, a former one, or a prospect.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CompanyReference {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  id!: string;
}

@ObjectType('Branch', { description: 'A part of the network: a local branch in Occitanie, or a hub abroad.', simpleResolvers: true })
@Directive('@key(fields: "id", resolvable: false)')
export class BranchReference {
  @Field(() => ID, { description: 'The id of the branch; it begins with "branch_".' })
  id!: string;
}
