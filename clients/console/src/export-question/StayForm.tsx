import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Words } from '../language/words.ts';
import styles from './premises.module.css';
import type { Question } from './question.ts';
import { stayRefusal } from './stay.ts';

interface StayFormProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onAsk: (changed: Partial<Question>) => void;
}

const sentences = { MISSING: 'datesMissing', REVERSED: 'datesReversed', TOO_LONG: 'datesTooLong' } as const satisfies Record<
  string,
  keyof Words['question']
>;

/** The days one wants to be there. */
export function StayForm({ from, to, onAsk }: StayFormProps) {
  const { words } = useLanguage();
  const [first, setFirst] = useState(from ?? '');
  const [last, setLast] = useState(to ?? '');
  const [refusal, setRefusal] = useState<keyof typeof sentences>();
  const search = (event: FormEvent) => {
    event.preventDefault();
    const refused = stayRefusal(first, last);
    setRefusal(refused);
    if (!refused) onAsk({ from: first, to: last });
  };
  return (
    <form className={styles.stay} onSubmit={search} aria-label={words.question.dates}>
      <TextInput type="date" label={words.question.from} value={first} onChange={(event) => setFirst(event.currentTarget.value)} />
      <TextInput
        type="date"
        label={words.question.to}
        value={last}
        error={refusal && words.question[sentences[refusal]]}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button type="submit" variant="light">
        {words.question.search}
      </Button>
    </form>
  );
}
