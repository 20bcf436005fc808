import { encodeId } from '@leader/subgraph-kit/values/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { PersonView } from '../../use-cases/views.ts';
import { PersonRoleEnum } from './enums.ts';

@ObjectType('Person', { description: 'A person of a company, by name and role only.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class PersonType {
  @Field(() => ID, { description: 'The id of the person; it begins with "person_".' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'First name, then last name.' })
  name!: string;

  @Field(() => PersonRoleEnum, { nullable: true, description: 'What the person does in the company.' })
  role!: string;
}

export function showPerson(person: PersonView): PersonType {
  return { id: encodeId('person', person.id), name: `${person.firstName} ${person.lastName}`, role: person.role };
}
