import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Company', { description: 'A company known to the network.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CompanyReference {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  id!: string;
}

@ObjectType('Branch', { description: 'A local branch of the network, or a hub abroad.', simpleResolvers: true })
@Directive('@key(fields: "id", resolvable: false)')
export class BranchReference {
  @Field(() => ID, { description: 'The id of the branch; it begins with "branch_".' })
  id!: string;
}
