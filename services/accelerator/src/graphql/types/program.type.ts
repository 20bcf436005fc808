import { encodeId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ProgramView } from '../../use-cases/views.ts';

@ObjectType('Program', { description: 'An accelerator of the network.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class ProgramType {
  @Field(() => ID, { description: 'Typed id of the program; it begins with "program_".' })
  id!: string;

  @Field(() => String, { description: 'Short name that never changes, for example pme.' })
  code!: string;

  @Field(() => String, { description: 'What the program is called, in French, its own language.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the program is modelled on, in the language of the request; null when on nothing.',
  })
  basedOn!: string | null;

  uuid!: Uuid;
}

export function programType(view: ProgramView, language: Language): ProgramType {
  return { id: encodeId('program', view.id), code: view.code, name: view.name, basedOn: view.basedOn?.[language] ?? null, uuid: view.id };
}
