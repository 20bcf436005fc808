import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import styles from './layout.module.css';
import { PageSkeleton } from './PageSkeleton.tsx';
import { Unbroken } from './Unbroken.tsx';

export function Layout() {
  const { words } = useLanguage();
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = words.page.title;
  }, [words]);
  return (
    <div className={styles.page}>
      <a className="skip" href="#content">
        {words.page.skip}
      </a>
      <Header />
      <main id="content" tabIndex={-1} className={styles.main}>
        <Unbroken key={pathname} text={words.page.broken} action={words.page.reload}>
          <Suspense fallback={<PageSkeleton label={words.answer.loading} />}>
            <Outlet />
          </Suspense>
        </Unbroken>
      </main>
      <Footer />
    </div>
  );
}
