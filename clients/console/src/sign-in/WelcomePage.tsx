import { Button } from '@mantine/core';
import { useParams } from 'react-router';
import { countryName } from '../countries/country-names.ts';
import { isCountry } from '../countries/iso-codes.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './welcome.module.css';

/** What this is, for whoever comes here for the first time. */
export function WelcomePage({ onEnter }: { readonly onEnter: () => void }) {
  const { words, language } = useLanguage();
  const asked = useParams()['country']?.toUpperCase();
  return (
    <div className={`shell ${styles.welcome}`}>
      <div className={styles.words}>
        <h1>{words.page.title}</h1>
        <p className={styles.lead}>{words.signIn.welcome}</p>
        <p>{words.signIn.intro}</p>
        {isCountry(asked) && <p className={styles.kept}>{words.signIn.yourQuestion(countryName(asked, language))}</p>}
        <p>
          <Button size="md" onClick={onEnter}>
            {words.signIn.enter}
          </Button>
        </p>
        <p className="small muted">{words.signIn.choose}</p>
      </div>
      <aside className={`card ${styles.aside}`} aria-label={words.signIn.invented}>
        <ul className={styles.contents}>
          {words.signIn.contents.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="small">
          <strong>{words.signIn.invented}</strong> {words.signIn.inventedText}
        </p>
      </aside>
    </div>
  );
}
