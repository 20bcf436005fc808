import type { AnswerFacts } from '../graph/answer-facts.ts';
import type { Language, Words } from '../language/words.ts';

interface AnswerLineParts {
  readonly facts: AnswerFacts | undefined;
  readonly words: Words;
  readonly language: Language;
}

/** What the last answer was called in the log, and what it cost. */
export function AnswerLine({ facts, words, language }: AnswerLineParts) {
  const number = new Intl.NumberFormat(language);
  const cost = facts?.cost;
  const parts = (['requested', 'actual', 'available', 'restored'] as const).flatMap((name) => {
    const value = cost?.[name];
    return value === undefined ? [] : [`${words[name]} ${number.format(value)}`];
  });
  return (
    <footer>
      <div className="answer-line" role="status">
        <span>{words.answer} :</span>
        {facts ? (
          <>
            {facts.reference && (
              <span>
                {words.reference} <code>{facts.reference}</code>
              </span>
            )}
            {parts.length > 0 && (
              <span>
                {words.cost} : {parts.join(', ')}
              </span>
            )}
          </>
        ) : (
          <span>{words.none}</span>
        )}
      </div>
    </footer>
  );
}
