import { countedConnectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReviewView } from '../../use-cases/views.ts';
import { ExperienceType, experienceType } from './experience.type.ts';

@ObjectType('ReviewStars', { description: 'The stars of one review, 1 to 5, for what its author rated.', simpleResolvers: true })
class ReviewStarsType {
  @Field(() => Int, { nullable: true, description: 'Whether what was promised was done; 5 is best; null when not rated.' })
  reliability!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whether it was done in time; 5 means in time; null when not rated.' })
  delay!: number | null;

  @Field(() => Int, { nullable: true, description: 'Whether it cost what was planned; 5 means as planned or less; null when not rated.' })
  costAgainstPlan!: number | null;
}

@ObjectType('Review', {
  description: 'What a company of the network experienced abroad and thinks of it. Never about a person.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class ReviewType extends ExperienceType {
  @Field(() => ID, { description: 'The id of the review; it begins with "review_".' })
  id!: string;

  @Field(() => ReviewStarsType, { description: 'The stars given.' })
  stars!: ReviewStarsType;

  @Field(() => Boolean, { nullable: true, description: 'Whether the author would do it again; null when not said.' })
  wouldDoAgain!: boolean | null;

  @Field(() => String, { description: 'What the author wrote, in the language they wrote it in.' })
  text!: string;

  /** Not shown as such: who may see the author is decided for each viewer. */
  authorCompanyId!: string;
}

export function reviewType(view: ReviewView, language: Language): ReviewType {
  const { RELIABILITY: reliability, DELAY: delay, COST_AGAINST_PLAN: costAgainstPlan } = view.stars;
  return {
    ...experienceType(view, language),
    id: encodeId('review', view.id),
    stars: { reliability, delay, costAgainstPlan },
    wouldDoAgain: view.wouldDoAgain,
    text: view.text,
    authorCompanyId: view.authorCompanyId,
  };
}

export const ReviewConnection = countedConnectionType('Review', () => ReviewType, 'reviews');
