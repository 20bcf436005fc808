import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './layout.module.css';

export function Footer() {
  const { words } = useLanguage();
  return (
    <footer className={styles.footer}>
      <div className={`shell ${styles.footerInner}`}>
        <p className={styles.footerText}>{words.page.footer}</p>
        <nav aria-label={words.page.footerLinks}>
          <ul className={styles.links}>
            <li>
              <a href="/schema.graphql">{words.page.links.schema}</a>
            </li>
            <li>
              <a href="/health/ready">{words.page.links.health}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
