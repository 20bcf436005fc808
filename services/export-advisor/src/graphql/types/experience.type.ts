import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { countryName } from '@leader/subgraph-kit/values/country-codes';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, ObjectType } from 'type-graphql';
import type { ExperienceView, ReviewTarget } from '../../use-cases/views.ts';
import { describedEnum } from '../described-enum.ts';

const ReviewTargetEnum = describedEnum<ReviewTarget>('ReviewTarget', 'What a review is about.', {
  DESTINATION: 'Doing business in the country as a whole.',
  ORGANISATION: 'A company or firm there, such as a forwarder or an agency.',
  PREMISES: 'A place to work.',
  SUPPORT_BODY: 'A body that helps companies abroad.',
});

/** What a review and its pitfalls both tell: of what, when, and how sure it is. */
@ObjectType({ simpleResolvers: true })
export abstract class ExperienceType {
  @Field(() => ReviewTargetEnum, { description: 'What kind of thing the review is about.' })
  target!: ReviewTarget;

  @Field(() => String, { description: 'The name of what the review is about.' })
  targetName!: string;

  @Field(() => CountryCodeScalar, { description: 'The country of the experience.' })
  country!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the experience.' })
  experienceFrom!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day of the experience.' })
  experienceTo!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day the review was published.' })
  publishedOn!: LocalDate;

  @Field(() => Boolean, { description: 'Whether the network checked that the experience took place. Only then it counts in a score.' })
  verified!: boolean;

  @Field(() => String, { description: 'The language its author wrote in, as an ISO 639-1 code, for example fr.' })
  language!: string;
}

export function experienceType(view: ExperienceView, language: Language): ExperienceType {
  const { target, country, experienceFrom, experienceTo, publishedOn, verified } = view;
  const targetName = view.targetName ?? countryName(country, language);
  return { target, targetName, country, experienceFrom, experienceTo, publishedOn, verified, language: view.language };
}
