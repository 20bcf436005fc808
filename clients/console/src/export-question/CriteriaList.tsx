import { useLanguage } from '../language/LanguageProvider.tsx';
import type { JudgedCriterion } from './criteria.ts';
import { Verdict } from './Verdict.tsx';
import styles from './verdict.module.css';

/** Criterion by criterion: the result, the sentence, and the figures it rests on. */
export function CriteriaList({ criteria }: { readonly criteria: readonly JudgedCriterion[] }) {
  const { words, formats } = useLanguage();
  return (
    <ul className={styles.criteria}>
      {criteria.map(({ key, label, result, message, value, threshold, closedOn, source }) => {
        const facts = [
          [words.criteria.value, value],
          [words.criteria.threshold, threshold],
          [words.criteria.year, closedOn && formats.day(closedOn)],
          [words.criteria.source, source],
        ].filter(([, fact]) => fact);
        return (
          <li key={key} className={styles.criterion}>
            <div className={styles.top}>
              <strong>{label}</strong>
              <Verdict result={result}>{words.criteria.results[result]}</Verdict>
            </div>
            <p>{message}</p>
            {facts.length > 0 && (
              <dl className={styles.figures}>
                {facts.map(([name, fact]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{fact}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        );
      })}
    </ul>
  );
}
