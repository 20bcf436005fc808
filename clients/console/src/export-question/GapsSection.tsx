import { useLanguage } from '../language/LanguageProvider.tsx';
import { gapsOf } from './answer-parts.ts';
import styles from './gaps.module.css';
import { Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { silentSections } from './silent-sections.ts';

/** What nobody knows, said as plainly as what is known. */
export function GapsSection({ parts }: SectionParts) {
  const { words } = useLanguage();
  const silent = silentSections(parts).map((section) => words[section].short);
  const gaps = { silent, ...gapsOf(parts) };
  const topics = Object.entries(gaps).filter(([, sentences]) => sentences.length > 0) as [keyof typeof gaps, string[]][];
  return (
    <Section id="gaps" title={words.gaps.title}>
      {topics.length === 0 && <p>{words.gaps.none}</p>}
      <div className={styles.topics}>
        {topics.map(([topic, sentences]) => (
          <div key={topic} className={styles.topic}>
            <h3>{words.gaps.about[topic]}</h3>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
