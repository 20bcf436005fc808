import styles from './reviews.module.css';

/** A picture of a figure that is written beside it. */
export function Stars({ value }: { readonly value: number }) {
  return (
    <span className={styles.stars} aria-hidden="true">
      <span style={{ width: `${(100 * value) / 5}%` }}>★★★★★</span>★★★★★
    </span>
  );
}
