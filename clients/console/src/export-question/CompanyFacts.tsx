import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Company } from './answer.ts';
import styles from './head.module.css';

/** The figures that the answer rests on, with their year, source and day of entry. */
export function CompanyFacts({ company: { sizeCategory, latestFigures, homeBranch } }: { readonly company: Company }) {
  const { words, formats } = useLanguage();
  const figures = latestFigures && [
    latestFigures.fte !== null && words.answer.employees(formats.number(latestFigures.fte)),
    latestFigures.turnover && `${formats.money(latestFigures.turnover)} ${words.answer.turnover}`,
  ];
  const provenance = latestFigures && [
    words.answer.closedOn(formats.day(latestFigures.closedOn)),
    words.sources[latestFigures.source],
    words.answer.enteredOn(formats.day(latestFigures.enteredAt)),
  ];
  const first = [homeBranch?.name, sizeCategory && words.answer.size[sizeCategory.category], ...(figures ?? [])];
  return (
    <div className={styles.facts}>
      <p>{first.filter(Boolean).join(' · ')}</p>
      {provenance && <p className="small muted">{provenance.join(' · ')}</p>}
    </div>
  );
}
