import type { Formats } from '../language/formats.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Words } from '../language/words.ts';
import type { Eligibility, Program } from './answer.ts';
import { CriteriaList } from './CriteriaList.tsx';
import { eligibilityCriteria } from './criteria.ts';
import { Lost, Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { Verdict } from './Verdict.tsx';
import styles from './verdict.module.css';

/** Which accelerator fits the company, rule by rule, and what it misses by how much. */
export function AcceleratorSection({ parts, onRetry }: SectionParts) {
  const { words } = useLanguage();
  const { company, eligibility, programs } = parts;
  const known = 'value' in programs ? programs.value : [];
  const needsCompany = company.state === 'none' || (company.state === 'lost' && company.trouble !== 'unavailable');
  const directoryIsSilent = company.state === 'lost' && company.trouble === 'unavailable';
  return (
    <Section id="accelerators" title={words.accelerators.title}>
      {needsCompany && <p>{words.accelerators.noCompany}</p>}
      {directoryIsSilent && <Lost text={words.accelerators.noFacts} onRetry={onRetry} />}
      {!needsCompany && !directoryIsSilent && eligibility.state === 'lost' && (
        <Lost text={words.accelerators.lost} trouble={eligibility.trouble} onRetry={onRetry} />
      )}
      {'value' in eligibility && eligibility.value.length === 0 && <p>{words.accelerators.none}</p>}
      <div className={styles.pair}>
        {'value' in eligibility &&
          eligibility.value.map((assessment) => <Assessment key={assessment.program.id} assessment={assessment} />)}
      </div>
      {!('value' in eligibility) && <OpenCohorts programs={known} />}
    </Section>
  );
}

function Assessment({ assessment }: { readonly assessment: Eligibility }) {
  const { words, formats } = useLanguage();
  const { program, version, cohort, verdict, summary } = assessment;
  const before = eligibilityCriteria(assessment, 'BEFORE_START', words, formats);
  return (
    <article className={`card ${styles.verdict}`}>
      <header className={styles.top}>
        <h3>{program.name}</h3>
        <Verdict result={verdict}>{words.accelerators.verdicts[verdict]}</Verdict>
      </header>
      <p>{summary}</p>
      {cohort && (
        <p className="small">
          <strong>{words.accelerators.cohort(cohort.name)}</strong> ·{' '}
          {[
            words.accelerators.places(cohort.placesLeft, cohort.capacityUnit),
            words.accelerators.applyUntil(formats.day(cohort.applyUntil)),
            startOf(cohort.start, words, formats),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <CriteriaList criteria={eligibilityCriteria(assessment, 'ELIGIBILITY', words, formats)} />
      {before.length > 0 && (
        <>
          <h4 className={styles.subtitle}>{words.accelerators.before}</h4>
          <CriteriaList criteria={before} />
        </>
      )}
      <p className="small muted">
        {words.accelerators.rule(version.number, formats.day(version.validFrom))} · {words.place.source(version.source)}
      </p>
    </article>
  );
}

type CohortStart = NonNullable<Eligibility['cohort']>['start'];

function startOf({ fixedOn, windowFrom, windowTo }: CohortStart, words: Words, formats: Formats): string | undefined {
  if (fixedOn) return words.accelerators.startsOn(formats.day(fixedOn));
  return windowFrom && windowTo ? words.accelerators.startsBetween(formats.day(windowFrom), formats.day(windowTo)) : undefined;
}

/** What is open to everybody, while nothing can be said about one company. */
function OpenCohorts({ programs }: { readonly programs: readonly Program[] }) {
  const { words, formats } = useLanguage();
  return (
    <ul className={styles.cohorts}>
      {programs.flatMap(({ id, name, openCohorts }) =>
        openCohorts.map((cohort) => (
          <li key={`${id} ${cohort.id}`}>
            <strong>{name}</strong>, {words.accelerators.cohort(cohort.name)} ·{' '}
            {words.accelerators.places(cohort.placesLeft, cohort.capacityUnit)} ·{' '}
            {words.accelerators.applyUntil(formats.day(cohort.applyUntil))}
          </li>
        )),
      )}
    </ul>
  );
}
