import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('Gap', { description: 'Something that is not known, said openly instead of being guessed.', simpleResolvers: true })
@Directive('@shareable')
export class GapType {
  @Field(() => String, { description: 'What is missing, as a stable code in capitals, for example NOBODY_KNOWN.' })
  code!: string;

  @Field(() => String, { description: 'What is missing, as a sentence in the language of the request.' })
  message!: string;
}
