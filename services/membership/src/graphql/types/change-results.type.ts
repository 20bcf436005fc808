import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { type ClassType, createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import type { Changed } from '../../use-cases/change-once.ts';
import { enumOf } from './enums.ts';

@InputType()
export abstract class ChangeInput {
  @Field(() => String, {
    description: 'Chosen by the caller, 1 to 200 signs without spaces. Sent again with the same request it gives the same answer.',
  })
  idempotencyKey!: string;
}

/**
 * Makes what one mutation answers: the thing that was changed, or a refused type of its own with the reasons of its rule.
 *
 * @param texts what people are told for each reason, which is also its description
 */
export function changeResult<Reason extends string, Done extends object>(
  mutation: string,
  refused: string,
  reasons: readonly Reason[],
  texts: Readonly<Record<Reason, Texts>>,
  done: ClassType<Done>,
) {
  const descriptions = Object.fromEntries(reasons.map((reason) => [reason, texts[reason].en])) as Record<Reason, string>;
  const reasonEnum = enumOf(`${refused}Reason`, `Why ${mutation} was refused.`, descriptions);

  @ObjectType(refused, { description: `${mutation} was refused, and nothing was changed.`, simpleResolvers: true })
  class RefusedType {
    @Field(() => reasonEnum, { description: 'Why, as a stable code.' })
    reason!: Reason;

    @Field(() => String, { description: 'Why, and what to do, as a sentence in the language of the request.' })
    message!: string;
  }
  return {
    union: createUnionType({
      name: `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`,
      description: 'What was changed, or why it was refused.',
      types: () => [done, RefusedType] as const,
      resolveType: (value) => (value instanceof RefusedType ? RefusedType : done),
    }),
    /** @param show loads what was changed and makes what clients see of it */
    async answer(result: Changed<Reason>, language: Language, show: (id: string) => Promise<Done>): Promise<Done | RefusedType> {
      if ('changed' in result) return show(result.changed);
      const reason = result.refused;
      return Object.assign(new RefusedType(), { reason, message: texts[reason][language] });
    },
  };
}
