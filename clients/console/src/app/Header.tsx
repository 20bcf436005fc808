import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Link } from 'react-router';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { type Language, languages } from '../language/language.ts';
import { useSignIn } from '../sign-in/SignInProvider.tsx';
import { LookIcon } from './icons.tsx';
import styles from './layout.module.css';

const looks = ['auto', 'light', 'dark'] as const;

export function Header() {
  const { words, language, speak } = useLanguage();
  const { state, leave } = useSignIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <header className={styles.header}>
      <div className={`shell ${styles.bar}`}>
        <Link to="/" className={styles.brand}>
          <span className={styles.brandName}>{words.page.brand}</span>
          <span className={styles.brandNote}>{words.page.brandNote}</span>
        </Link>
        <nav aria-label={words.page.mainMenu} className={styles.settings}>
          <SegmentedControl
            size="xs"
            aria-label={words.page.look}
            value={colorScheme}
            onChange={(look) => setColorScheme(look as (typeof looks)[number])}
            data={looks.map((look) => ({ value: look, label: <LookIcon look={look} label={words.page.looks[look]} /> }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={words.page.language}
            value={language}
            onChange={(chosen) => speak(chosen as Language)}
            data={languages.map((code) => ({ value: code, label: code.toUpperCase() }))}
          />
          {state.kind === 'in' && (
            <Button size="xs" variant="default" onClick={leave}>
              {words.signIn.leave}
            </Button>
          )}
        </nav>
      </div>
    </header>
  );
}
