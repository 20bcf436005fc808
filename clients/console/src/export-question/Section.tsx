import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Trouble } from './parts.ts';
import styles from './section.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One question of the page with its answer, under a heading one can jump to. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

interface LostProps {
  /** What does not answer, in words of this section. */
  readonly text: string;
  readonly trouble?: Trouble;
  readonly onRetry: () => void;
}

/** Says in the section's own place that it has no answer now. */
export function Lost({ text, trouble = 'unavailable', onRetry }: LostProps) {
  const { words } = useLanguage();
  const isSilence = trouble === 'unavailable';
  return (
    <div className={styles.lost} role="status">
      <p>{isSilence ? `${text} ${words.answer.restStands}` : words.answer.troubles[trouble]}</p>
      {isSilence && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {words.answer.retry}
        </Button>
      )}
    </div>
  );
}
