import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CompaniesDocument } from '../generated/graph.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { nameOf } from './answer.ts';

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
  const nothing = tooShort
    ? words.question.companyTyping
    : error
      ? words.question.companyLost
      : fetching
        ? '…'
        : words.question.companyNone;
  return (
    <Select
      label={words.question.company}
      placeholder={words.question.companySearch}
      searchable
      data={found.map(({ node }) => ({ value: node.id, label: [nameOf(node), node.town].filter(Boolean).join(', ') }))}
      // The directory has searched already, and finds what a comparison of letters would not.
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={nothing}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(company) => company && onChoose(company)}
    />
  );
}
