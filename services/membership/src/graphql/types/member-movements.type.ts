import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('MemberMovements', {
  description: 'How many companies joined the local branches in one calendar year and how many left them, in companies.',
  simpleResolvers: true,
})
export class MemberMovementsType {
  @Field(() => Int, { description: 'The calendar year, for example 2016.' })
  year!: number;

  @Field(() => Int, {
    description:
      'Companies whose membership began in the year. One that comes back after a break joins again; a move between branches is no joining.',
  })
  joined!: number;

  @Field(() => Int, {
    description:
      'Companies whose first day without membership lies in the year: who belonged until 31 December left in the year that followed. Late dues alone are no leaving.',
  })
  left!: number;
}
