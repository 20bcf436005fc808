import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Fund, FundFit } from './answer.ts';
import { CriteriaList } from './CriteriaList.tsx';
import { fundCriteria, type Result } from './criteria.ts';
import { Lost, Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { Verdict } from './Verdict.tsx';
import styles from './verdict.module.css';

const results: Record<FundFit['verdict'], Result> = { FIT: 'PASS', NO_FIT: 'FAIL', UNKNOWN: 'UNKNOWN' };

/** How the company stands to the published criteria of the fund. */
export function FundSection({ parts: { company, fundFit, fund }, onRetry }: SectionParts) {
  const { words } = useLanguage();
  const needsCompany = company.state === 'none' || (company.state === 'lost' && company.trouble !== 'unavailable');
  const directoryIsSilent = company.state === 'lost' && company.trouble === 'unavailable';
  return (
    <Section id="fund" title={words.fund.title}>
      {'value' in fund && <FundCard fund={fund.value} named={!('value' in fundFit)} />}
      {needsCompany && <p>{words.fund.noCompany}</p>}
      {directoryIsSilent && <Lost text={words.fund.noFacts} onRetry={onRetry} />}
      {!needsCompany && !directoryIsSilent && fundFit.state === 'lost' && (
        <Lost text={words.fund.lost} trouble={fundFit.trouble} onRetry={onRetry} />
      )}
      {'value' in fundFit && <Fit fit={fundFit.value} />}
    </Section>
  );
}

function FundCard({ fund: { name, status, statusSince, thesis }, named }: { readonly fund: Fund; readonly named: boolean }) {
  const { words, formats } = useLanguage();
  return (
    <p>
      {named && <strong>{name}. </strong>}
      {thesis} <span className="muted">{words.fund.since(words.fund.statuses[status], formats.day(statusSince))}.</span>
    </p>
  );
}

function Fit({ fit }: { readonly fit: FundFit }) {
  const { words, formats } = useLanguage();
  const { fund, verdict, score, outOf, message, criteriaVersion, neverCountedAgainst } = fit;
  return (
    <article className={`card ${styles.verdict}`}>
      <header className={styles.top}>
        <h3>{fund.name}</h3>
        <Verdict result={results[verdict]}>{words.fund.verdicts[verdict]}</Verdict>
      </header>
      <p>
        {message} <span className="muted">{words.fund.points(score, outOf)}.</span>
      </p>
      <CriteriaList criteria={fundCriteria(fit, words, formats)} />
      {neverCountedAgainst.map(({ kind, name, explanation }) => (
        <p key={kind} className="small">
          <strong>{words.fund.neverCounted}</strong> · {name}. {explanation}
        </p>
      ))}
      <p className="small muted">
        {words.fund.rule(criteriaVersion.number, formats.day(criteriaVersion.validFrom))} · {words.place.source(criteriaVersion.source)}
      </p>
    </article>
  );
}
