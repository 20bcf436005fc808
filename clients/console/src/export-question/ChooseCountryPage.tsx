import { lazy, Suspense, useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { CountryField } from '../countries/CountryField.tsx';
import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './choose.module.css';
import { describe, useNetwork } from './network.ts';
import { addressOf } from './question.ts';

const WorldMap = lazy(async () => ({ default: (await import('../map/WorldMap.tsx')).WorldMap }));

/** Where do you want to export? By name, by map, or by where the network already is. */
export function ChooseCountryPage() {
  const { words, language } = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const network = useNetwork();
  const countries = network?.countries ?? [];
  const addressFor = (country: string) =>
    addressOf({ country, company: search.get('company') ?? undefined, from: undefined, to: undefined });
  const choose = (country: string) => void navigate(addressFor(country));
  const marks = useMemo(
    () =>
      new Map(
        (network?.countries ?? []).map((country) => [
          country.code,
          { kind: country.hub ? ('hub' as const) : ('positions' as const), label: describe(country, words) },
        ]),
      ),
    [network, words],
  );
  return (
    <div className={`shell ${styles.choose}`}>
      <div className={styles.intro}>
        <h1>{words.page.title}</h1>
        <p className={styles.lead}>{words.signIn.welcome}</p>
        <div className={styles.field}>
          <CountryField value={null} onChoose={choose} size="lg" />
        </div>
      </div>
      <div className={styles.map}>
        <Suspense fallback={<p className="muted">{words.question.mapLoading}</p>}>
          <WorldMap marks={marks} onChoose={choose} />
        </Suspense>
      </div>
      {countries.length > 0 && (
        <section aria-labelledby="suggestions" className={styles.suggestions}>
          <h2 id="suggestions">{words.question.suggestions}</h2>
          <ul className={styles.list}>
            {countries.map((country) => (
              <li key={country.code}>
                <Link to={addressFor(country.code)} className={`card ${styles.suggestion}`}>
                  <span className={styles.name}>{countryName(country.code, language)}</span>
                  <span className="small muted">{describe(country, words)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
