import { MoreReviewsDocument } from '../generated/graph.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Reviews } from './answer.ts';
import { More } from './More.tsx';
import { PitfallList } from './PitfallList.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import styles from './reviews.module.css';
import { ScoreCard } from './ScoreCard.tsx';
import { Lost, Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { usePages } from './usePages.ts';

/** What others experienced there: the score with its n, what went wrong and what it cost, and their own words. */
export function ReviewsSection({ parts, question, onRetry }: SectionParts) {
  const { words } = useLanguage();
  const { score, reviews, pitfalls } = parts;
  const allLost = [score, reviews, pitfalls].every(({ state }) => state === 'lost');
  if ('value' in score && score.value.n === 0 && 'value' in reviews && reviews.value.edges.length === 0) {
    return (
      <Section id="reviews" title={words.reviews.title}>
        <p>
          {words.reviews.empty} {words.reviews.tooFew(0)}
        </p>
      </Section>
    );
  }
  return (
    <Section id="reviews" title={words.reviews.title}>
      {allLost && score.state === 'lost' && <Lost text={words.reviews.lost} trouble={score.trouble} onRetry={onRetry} />}
      {'value' in score && <ScoreCard score={score.value} />}
      {!allLost && pitfalls.state === 'lost' && <Lost text={words.reviews.pitfallsLost} trouble={pitfalls.trouble} onRetry={onRetry} />}
      {'value' in pitfalls && <PitfallList pitfalls={pitfalls.value} />}
      {!allLost && reviews.state === 'lost' && <Lost text={words.reviews.lost} trouble={reviews.trouble} onRetry={onRetry} />}
      {'value' in reviews && <Latest first={reviews.value} country={question.country} />}
    </Section>
  );
}

function Latest({ first, country }: { readonly first: Reviews; readonly country: string }) {
  const { words } = useLanguage();
  const pages = usePages(first, async (client, after) => {
    const { data } = await client.query(MoreReviewsDocument, { country, after }).toPromise();
    return data?.destination?.reviews;
  });
  return (
    <div className={styles.block}>
      <h3>{words.reviews.latest}</h3>
      {pages.nodes.length === 0 && <p>{words.reviews.empty}</p>}
      <ul className={styles.list}>
        {pages.nodes.map((review) => (
          <ReviewCard key={review.id} review={review} />
        ))}
      </ul>
      <More rest={pages} />
    </div>
  );
}
