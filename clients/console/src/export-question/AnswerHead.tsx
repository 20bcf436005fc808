import { useState } from 'react';
import { Link } from 'react-router';
import { CountryField } from '../countries/CountryField.tsx';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { type Company, nameOf } from './answer.ts';
import { CompanyChoice } from './CompanyChoice.tsx';
import { CompanyFacts } from './CompanyFacts.tsx';
import styles from './head.module.css';
import type { Part } from './parts.ts';
import type { Question } from './question.ts';

interface AnswerHeadProps {
  readonly country: string;
  readonly question: Question;
  readonly company: Part<Company>;
  readonly at: Date;
  readonly onAsk: (changed: Partial<Question>) => void;
}

/** What was asked, for whom and when; and the fields to ask something else. */
export function AnswerHead({ country, question, company, at, onAsk }: AnswerHeadProps) {
  const { words, formats } = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const known = company.state === 'whole' || company.state === 'holes' ? company.value : undefined;
  const mustChoose = company.state === 'lost' && company.trouble !== 'unavailable';
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <p className="kicker">{words.answer.heading}</p>
        <h1>{country}</h1>
        <p className="small muted">{words.answer.answeredAt(formats.day(dayOf(at)), formats.time(at))}</p>
      </div>
      <div className={styles.fields}>
        <CountryField value={question.country} onChoose={(chosen) => onAsk({ country: chosen })} size="sm" />
        <Link to="/" className="small">
          {words.page.home}
        </Link>
      </div>
      <div className={`card ${styles.company}`}>
        {known && (
          <>
            <p>
              <span className="muted">{words.answer.forCompany}</span> <strong>{nameOf(known)}</strong>
              {known.town && `, ${known.town}`}
            </p>
            <CompanyFacts company={known} />
            {question.company && !choosing && (
              <button type="button" className={styles.change} onClick={() => setChoosing(true)}>
                {words.question.otherCompany}
              </button>
            )}
          </>
        )}
        {company.state === 'lost' && company.trouble === 'unavailable' && <p>{words.question.companyLost}</p>}
        {mustChoose && (
          <p>
            <strong>{words.question.companyTitle}</strong> {question.company ? words.question.unknownCompany : words.question.companyText}
          </p>
        )}
        {(mustChoose || choosing) && (
          <CompanyChoice
            onChoose={(id) => {
              setChoosing(false);
              onAsk({ company: id });
            }}
          />
        )}
      </div>
    </div>
  );
}

/** The reader's own day, not that of Greenwich. */
function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(at);
}
