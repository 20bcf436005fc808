import { Button } from '@mantine/core';
import styles from './layout.module.css';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** A whole page that has one thing to say, and one thing to do about it. */
export function Notice({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly action?: NoticeAction | undefined;
}) {
  return (
    <div className="shell">
      <section className={`card ${styles.notice}`} role="status">
        <h1 style={{ fontSize: '1.7rem' }}>{title}</h1>
        <p>{text}</p>
        {action && <Button onClick={action.run}>{action.label}</Button>}
      </section>
    </div>
  );
}
