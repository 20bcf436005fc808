import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Facet, Score } from '../../domain/score.ts';
import { describedEnum } from '../described-enum.ts';

const ReviewFacetEnum = describedEnum<Facet>('ReviewFacet', 'What a reviewer rates apart, with 1 to 5 stars.', {
  RELIABILITY: 'Whether what was promised was done; 5 is best.',
  DELAY: 'Whether it was done in time; 5 means in time.',
  COST_AGAINST_PLAN: 'Whether it cost what was planned; 5 means as planned or less.',
});

@ObjectType('FacetScore', { description: 'The mark for one of the things that reviewers rate apart.', simpleResolvers: true })
class FacetScoreType {
  @Field(() => ReviewFacetEnum, { description: 'What is rated.' })
  facet!: Facet;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean stars from 1 to 5, drawn towards the mean of the network; null under three reviews.',
  })
  value!: number | null;

  @Field(() => Int, { description: 'How many verified, published reviews rated this.' })
  n!: number;
}

@ObjectType('WouldDoAgain', { description: 'How many reviewers would do it again.', simpleResolvers: true })
class WouldDoAgainType {
  @Field(() => Int, { description: 'How many reviewers answered.' })
  n!: number;

  @Field(() => Int, { description: 'How many of them would do it again.' })
  yes!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share, 0 to 1, that at least would do it again, with 95 % confidence (Wilson); null under three answers.',
  })
  atLeast!: number | null;
}

@ObjectType('ReviewScore', {
  description:
    'What verified, published reviews add up to: (5 × mean of the network + sum of the stars) ÷ (5 + n). Always read it together with n.',
  simpleResolvers: true,
})
export class ScoreType implements Score {
  @Field(() => Float, { nullable: true, description: 'Stars from 1 to 5; null under three reviews, which say too little.' })
  value!: number | null;

  @Field(() => Int, { description: 'How many verified, published reviews the score rests on.' })
  n!: number;

  @Field(() => [FacetScoreType], { description: 'The marks for reliability, delay and cost, each with its own n.' })
  facets!: Score['facets'];

  @Field(() => WouldDoAgainType, { description: 'How many would do it again.' })
  wouldDoAgain!: Score['wouldDoAgain'];
}
