import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CompaniesDocument } from '../generated/graph.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { nameOf } from './answer.ts';
import styles from './head.module.css';

/** Milliseconds without a keystroke after which the directory is asked. */
const pause = 250;

/** Finds a company in the directory, for those who ask on behalf of one. */
export function CompanyChoice({ onChoose }: { readonly onChoose: (company: string) => void }) {
  const { words } = useLanguage();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), pause);
  const tooShort = search.length < 2;
  const [{ data, error, fetching }] = useQuery({ query: CompaniesDocument, variables: { search }, pause: tooShort });
  const found = tooShort ? [] : (data?.companies?.edges ?? []);
  const isSilent = error !== undefined && found.length === 0;
  const note = tooShort ? words.question.companyTyping : isSilent ? words.question.companyLost : words.question.companyNone;
  return (
    <div className={styles.choice}>
      <TextInput
        type="search"
        label={words.question.company}
        placeholder={words.question.companySearch}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className="small muted" role="status">
        {found.length === 0 && !fetching && note}
      </p>
      <ul className={styles.found}>
        {found.map(({ node }) => (
          <li key={node.id}>
            <button type="button" onClick={() => onChoose(node.id)}>
              <strong>{nameOf(node)}</strong>{' '}
              <span className="small muted">{[node.town, node.homeBranch?.name].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
