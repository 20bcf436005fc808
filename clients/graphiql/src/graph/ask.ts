import type { Language, Words } from '../language/words.ts';
import { type AnswerFacts, factsOf } from './answer-facts.ts';
import { refusedHeader } from './headers.ts';

export interface Asking {
  readonly token: string | undefined;
  readonly language: Language;
  readonly words: Words;
  readonly onAnswer: (facts: AnswerFacts) => void;
  /** The graph no longer takes the token. */
  readonly onTokenEnded: () => void;
}

export interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

type Answer = Record<string, unknown>;

/** Sends one request and gives back the answer as it came; whatever prevents that is said in the place of the answer. */
export async function ask(question: Question, typed: Readonly<Record<string, unknown>>, asking: Asking): Promise<Answer> {
  const { token, language, words } = asking;
  const refused = refusedHeader(typed);
  if (refused) return { errors: [{ message: words.headerRefused(refused) }] };
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      body: JSON.stringify(withItsOwnName(question)),
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        'accept-language': language,
        ...(typed as Record<string, string>),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
  } catch {
    return { errors: [{ message: words.unreachable }] };
  }
  if (response.status === 401 && token) asking.onTokenEnded();
  try {
    const answer = (await response.json()) as Answer;
    asking.onAnswer(factsOf(answer, response.headers));
    return answer;
  } catch {
    return { errors: [{ message: words.notJson }] };
  }
}

/** Right after a change of tabs GraphiQL still names the operation of the tab before. */
function withItsOwnName(question: Question): Question {
  const { operationName, ...rest } = question;
  return operationName && question.query.includes(operationName) ? question : rest;
}
