import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Notice } from '../app/Notice.tsx';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { Answer } from './Answer.tsx';
import { addressOf, type Question, questionOf } from './question.ts';

/** The answer to the question that the address asks. */
export function AnswerPage() {
  const { words } = useLanguage();
  const { country } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const question = questionOf(country, search);
  if (!question) {
    return (
      <Notice
        title={words.page.noCountryTitle}
        text={words.page.noCountryText(country ?? '')}
        action={{ label: words.page.home, run: () => void navigate('/') }}
      />
    );
  }
  const ask = (changed: Partial<Question>) => void navigate(addressOf({ ...question, ...changed }), { preventScrollReset: true });
  return <Answer question={question} onAsk={ask} />;
}
