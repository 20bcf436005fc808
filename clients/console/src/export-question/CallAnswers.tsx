import type { CallReason } from '../generated/graph.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Position } from './answer.ts';
import styles from './people.module.css';

/** The answer on a card in one word; below it is said once what that means and what to do. */
export function CallChip({ may, reason }: { readonly may: boolean; readonly reason: CallReason }) {
  const { words } = useLanguage();
  return <span className={may ? styles.may : styles.mayNot}>{words.people.reasons[reason]}</span>;
}

export function CallAnswers({ positions }: { readonly positions: readonly Position[] }) {
  const { words } = useLanguage();
  const answers = new Map(positions.map(({ callable }) => [callable.reason, callable]));
  return (
    <dl className={styles.answers} aria-label={words.people.howTo}>
      {[...answers.values()]
        .sort((one, other) => Number(other.may) - Number(one.may))
        .map(({ may, reason, message }) => (
          <div key={reason}>
            <dt>
              <CallChip may={may} reason={reason} />
            </dt>
            <dd className="small">{message}</dd>
          </div>
        ))}
    </dl>
  );
}
