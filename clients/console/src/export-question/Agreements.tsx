import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Destination } from './answer.ts';
import styles from './place.module.css';

/** Markets that can be reached from the country, each with where that was read and whether anybody checked it. */
export function Agreements({ agreements }: { readonly agreements: NonNullable<Destination['agreements']> }) {
  const { words, formats, language } = useLanguage();
  if (agreements.length === 0) return null;
  return (
    <details className={styles.agreements}>
      <summary>
        {words.place.agreements} ({agreements.length})
      </summary>
      <ul>
        {agreements.map(({ name, reachableCountries, source, checkedOn }) => (
          <li key={name}>
            <strong>{name}</strong>, {words.place.reaches(reachableCountries.length)}
            <p className="small">{formats.list(reachableCountries.map((code) => countryName(code, language)))}</p>
            <p className="small muted">
              {words.place.source(source)} · {checkedOn ? words.place.checked(formats.day(checkedOn)) : words.place.unchecked}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
