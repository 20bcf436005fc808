import { useEffect } from 'react';
import { Notice } from '../app/Notice.tsx';
import { PageSkeleton } from '../app/PageSkeleton.tsx';
import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { AcceleratorSection } from './AcceleratorSection.tsx';
import { AnswerHead } from './AnswerHead.tsx';
import styles from './answer.module.css';
import { answerParts } from './answer-parts.ts';
import { FundSection } from './FundSection.tsx';
import { GapsSection } from './GapsSection.tsx';
import { Overview } from './Overview.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { PremisesSection } from './PremisesSection.tsx';
import type { Question } from './question.ts';
import { ReviewsSection } from './ReviewsSection.tsx';
import { useAnswer } from './useAnswer.ts';

interface AnswerProps {
  readonly question: Question;
  readonly onAsk: (changed: Partial<Question>) => void;
}

export function Answer({ question, onAsk }: AnswerProps) {
  const { words, language } = useLanguage();
  const { state, again } = useAnswer(question);
  const country = countryName(question.country, language);
  useEffect(() => {
    document.title = `${country} · ${words.page.title}`;
  }, [country, words]);

  if (state.kind === 'waiting') return <PageSkeleton label={words.answer.loading} />;
  if (state.kind === 'failed') {
    const [title, text] = state.refusal
      ? [words.answer.refusedTitle, state.refusal.message]
      : [words.answer.failedTitle, words.answer.failedText];
    return <Notice title={title} text={text} action={{ label: words.answer.retry, run: again }} />;
  }
  const parts = answerParts(state.data, state.faults);
  const shared = { parts, question, onRetry: again };
  return (
    <div className={`shell ${styles.answer}`} aria-busy={state.renewing}>
      <AnswerHead country={country} question={question} company={parts.company} at={state.at} onAsk={onAsk} />
      <Overview parts={parts} />
      <PlaceSection {...shared} />
      <PeopleSection {...shared} key={`people ${question.country}`} />
      <PremisesSection {...shared} onAsk={onAsk} />
      <ReviewsSection {...shared} key={`reviews ${question.country}`} />
      <AcceleratorSection {...shared} />
      <FundSection {...shared} />
      <GapsSection {...shared} />
    </div>
  );
}
