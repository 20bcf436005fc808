import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { countedConnectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import { moneyFromMinor } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PitfallView } from '../../use-cases/views.ts';
import { ExperienceType, experienceType } from './experience.type.ts';

@ObjectType('Pitfall', { description: 'What went wrong for somebody, what it cost, and how to avoid it.', simpleResolvers: true })
export class PitfallType extends ExperienceType {
  @Field(() => ID, { description: 'The id of the pitfall; it begins with "pitfall_".' })
  id!: string;

  @Field(() => ID, { description: 'The id of the review that tells of it.' })
  reviewId!: string;

  @Field(() => String, { description: 'The pitfall in a few words, in the language of its author.' })
  title!: string;

  @Field(() => String, { description: 'What happened, in the language of its author.' })
  what!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What it cost beyond the plan; null when the author did not say.' })
  cost!: MoneyType | null;

  @Field(() => Int, { nullable: true, description: 'How many days were lost; null when the author did not say.' })
  delayDays!: number | null;

  @Field(() => String, { description: 'How to avoid it, in the language of its author.' })
  howToAvoid!: string;
}

export function pitfallType(view: PitfallView, language: Language): PitfallType {
  const { title, what, delayDays, howToAvoid } = view;
  const cost = view.costMinor !== null && view.costCurrency !== null ? moneyFromMinor(view.costMinor, view.costCurrency) : null;
  return {
    ...experienceType(view, language),
    ...{ title, what, delayDays, howToAvoid },
    id: encodeId('pitfall', view.id),
    reviewId: encodeId('review', view.reviewId),
    cost: moneyType(cost),
  };
}

export const PitfallConnection = countedConnectionType('Pitfall', () => PitfallType, 'pitfalls');
