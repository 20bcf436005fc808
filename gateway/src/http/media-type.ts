import { remembered } from './remembered.ts';

/** Whether a Content-Type header announces JSON in UTF-8, the one form a request may come in. */
export const isJsonInUtf8 = remembered((header): boolean => {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || ['charset=utf-8', 'charset="utf-8"'].includes(parameter));
});

const plain = 'application/json';
const graphql = 'application/graphql-response+json';
const mostRanges = 20;

export interface AnswerType {
  readonly type: typeof plain | typeof graphql;
  /** Whether it was asked for by name, and not by a wildcard or by saying nothing. */
  readonly isNamed: boolean;
}

/** The type an answer gets by an Accept header, or `undefined` when it leaves no room for JSON. Asked first: an operation must not run for nobody. */
export const answerType = remembered((header): AnswerType | undefined => {
  if (header === undefined || header.trim() === '') return { type: plain, isNamed: false };
  const [best] = header
    .split(',', mostRanges)
    .map(readRange)
    .filter(({ type, weight }) => type !== undefined && weight > 0)
    .sort((left, right) => right.weight - left.weight);
  return best?.type && { type: best.type, isNamed: best.isNamed };
});

/**
 * The status of a request that GraphQL refuses. Whoever asks for `application/json` by name gets 200, since by the rules of
 * GraphQL over HTTP a status is no part of such an answer; everybody else can tell by the status.
 */
export function statusOfRefusal(header: string | undefined): 200 | 400 {
  const answer = answerType(header);
  return answer?.type === plain && answer.isNamed ? 200 : 400;
}

function readRange(text: string): { type: AnswerType['type'] | undefined; isNamed: boolean; weight: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2)) || 0;
  if (range === plain || range === graphql) return { type: range, isNamed: true, weight };
  return { type: range === '*/*' || range === 'application/*' ? plain : undefined, isNamed: false, weight };
}
