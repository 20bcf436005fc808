import { useLanguage } from '../language/LanguageProvider.tsx';
import { nameOf, type Review } from './answer.ts';
import styles from './reviews.module.css';

export function ReviewCard({ review }: { readonly review: Review }) {
  const { words, formats } = useLanguage();
  const { stars, wouldDoAgain, verified, targetName, text, language, experienceFrom, experienceTo, publishedOn, author } = review;
  const marks = [
    [words.reviews.facets.RELIABILITY, stars.reliability],
    [words.reviews.facets.DELAY, stars.delay],
    [words.reviews.facets.COST_AGAINST_PLAN, stars.costAgainstPlan],
  ] as const;
  return (
    <li className={`card ${styles.review}`}>
      <blockquote lang={language} className={styles.quote}>
        {text}
      </blockquote>
      <p className="small">
        <strong>{nameOf(author) ?? words.reviews.anonymous}</strong>
        {` · ${targetName}`}
        {wouldDoAgain !== null && ` · ${wouldDoAgain ? words.reviews.wouldDoAgain : words.reviews.wouldNotDoAgain}`}
      </p>
      <p className="small">
        {marks
          .filter(([, mark]) => mark !== null)
          .map(([name, mark]) => `${name} ${mark}/5`)
          .join(' · ')}
      </p>
      {!verified && <p className="small">{words.reviews.unverified}</p>}
      <p className="small muted">
        {words.reviews.experience(formats.month(experienceFrom), formats.month(experienceTo))},{' '}
        {words.reviews.published(formats.day(publishedOn))}
      </p>
    </li>
  );
}
