import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Pitfall } from './answer.ts';
import styles from './reviews.module.css';

/** What went wrong for others, with what it cost them and how they would avoid it today. */
export function PitfallList({ pitfalls }: { readonly pitfalls: readonly Pitfall[] }) {
  const { words, formats } = useLanguage();
  return (
    <div className={styles.block}>
      <h3>{words.reviews.pitfalls}</h3>
      {pitfalls.length === 0 && <p>{words.reviews.pitfallsEmpty}</p>}
      <ul className={styles.list}>
        {pitfalls.map(({ id, title, what, cost, delayDays, howToAvoid, experienceTo, language }) => (
          <li key={id} className={`card ${styles.pitfall}`}>
            <div lang={language} className={styles.told}>
              <h4>{title}</h4>
              <p>{what}</p>
            </div>
            <dl className={styles.price}>
              <div>
                <dt>{words.reviews.cost}</dt>
                <dd>{cost ? formats.money(cost) : words.reviews.unsaid}</dd>
              </div>
              <div>
                <dt>{words.reviews.delay}</dt>
                <dd>{delayDays === null ? words.reviews.unsaid : words.reviews.days(delayDays)}</dd>
              </div>
            </dl>
            <p className={styles.avoid}>
              <strong>{words.reviews.avoid}</strong> <span lang={language}>{howToAvoid}</span>
            </p>
            <p className="small muted">{formats.month(experienceTo)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
