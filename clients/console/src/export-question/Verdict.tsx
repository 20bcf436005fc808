import type { ReactNode } from 'react';
import { Sign } from '../app/icons.tsx';
import type { Result } from './criteria.ts';
import styles from './verdict.module.css';

/** Yes, no, or not known: by a word, a sign and a colour, in this order of importance. */
export function Verdict({ result, children }: { readonly result: Result; readonly children: ReactNode }) {
  return (
    <span className={styles.chip} data-result={result}>
      <Sign of={result} /> {children}
    </span>
  );
}
