import type { AnswerParts } from './answer-parts.ts';
import type { Question } from './question.ts';

/** What every section of the answer is given. */
export interface SectionParts {
  readonly parts: AnswerParts;
  readonly question: Question;
  readonly onRetry: () => void;
}
