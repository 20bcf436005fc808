import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { countriesIn, countryMatches } from './country-names.ts';

interface CountryFieldProps {
  readonly value: string | null;
  readonly onChoose: (country: string) => void;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** Every country of ISO 3166 under the name the reader gives it. */
export function CountryField({ value, onChoose, size = 'md' }: CountryFieldProps) {
  const { words, language } = useLanguage();
  const countries = useMemo(() => countriesIn(language), [language]);
  const data = useMemo(() => countries.map(({ code, name }) => ({ value: code, label: name })), [countries]);
  return (
    <Select
      label={words.question.country}
      placeholder={words.question.countryHint}
      nothingFoundMessage={words.question.nothingFound}
      size={size}
      value={value}
      data={data}
      filter={({ search }) =>
        countries.filter((country) => countryMatches(country, search)).map(({ code, name }) => ({ value: code, label: name }))
      }
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(code) => code && onChoose(code)}
    />
  );
}
