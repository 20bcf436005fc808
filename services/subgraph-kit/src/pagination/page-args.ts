import { ArgsType, Field, Int } from 'type-graphql';

/** Which part of a list is asked for. Exactly one of `first` and `last` is required, 1 to 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many items from the start of the list, or after the cursor `after`; 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items behind this cursor of the same list.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many items from the end of the list, or before the cursor `before`; 1 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items in front of this cursor of the same list.' })
  before?: string | null;
}
