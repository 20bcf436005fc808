import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Score } from './answer.ts';
import styles from './reviews.module.css';
import { Stars } from './Stars.tsx';

/** The score, never without the number of reviews it rests on. */
export function ScoreCard({ score: { value, n, facets, wouldDoAgain } }: { readonly score: Score }) {
  const { words, formats } = useLanguage();
  if (value === null) return <p className={`card ${styles.none}`}>{words.reviews.tooFew(n)}</p>;
  return (
    <div className={`card ${styles.score}`}>
      <div className={styles.total}>
        <p>
          <span className={styles.value}>{formats.oneDecimal(value)}</span> {words.reviews.outOfFive}
        </p>
        <Stars value={value} />
        <p>
          <strong>{words.reviews.count(n)}</strong>
        </p>
        <p className="small muted">{words.reviews.method}</p>
      </div>
      <dl className={styles.facets}>
        {facets.map((facet) => (
          <div key={facet.facet}>
            <dt>{words.reviews.facets[facet.facet]}</dt>
            <dd>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${(100 * (facet.value ?? 0)) / 5}%` }} />
              </span>
              <span className="small">
                {facet.value === null ? words.reviews.unrated(facet.n) : words.reviews.rated(formats.oneDecimal(facet.value), facet.n)}
              </span>
            </dd>
          </div>
        ))}
        {wouldDoAgain.n > 0 && (
          <div>
            <dt>{words.reviews.again(wouldDoAgain.yes, wouldDoAgain.n)}</dt>
            <dd className="small muted">
              {wouldDoAgain.atLeast !== null && words.reviews.againAtLeast(formats.percent(wouldDoAgain.atLeast))}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
