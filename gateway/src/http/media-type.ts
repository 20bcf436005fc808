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
  const ranges = header === undefined || header.trim() === '' ? [anything] : header.split(',', mostRanges).map(readRange);
  const [best] = ([plain, graphql] as const)
    .flatMap((type) => wishFor(type, ranges))
    .filter(({ weight }) => weight > 0)
    // As they come where nothing else tells them apart.
    .sort((left, right) => right.weight - left.weight || Number(right.isNamed) - Number(left.isNamed) || left.at - right.at);
  return best && { type: best.type, isNamed: best.isNamed };
});

interface Range {
  readonly range: string;
  readonly weight: number;
}

const anything: Range = { range: '*/*', weight: 1 };

/** Of several ranges that hold a type the one counts that says most about it: `application/json;q=0` is said whatever a wider one says. */
function wishFor<Type extends AnswerType['type']>(type: Type, ranges: readonly Range[]) {
  for (const wanted of [type, 'application/*', '*/*']) {
    const at = ranges.findIndex(({ range }) => range === wanted);
    if (at >= 0) return [{ type, isNamed: wanted === type, weight: ranges[at]?.weight ?? 0, at }];
  }
  return [];
}

/** The Content-Type of an answer; plain JSON for whoever takes none at all, and is told so. */
export function contentTypeOf(header: string | undefined): string {
  return `${answerType(header)?.type ?? plain}; charset=utf-8`;
}

/**
 * The status of a request that GraphQL refuses. Whoever asks for `application/json` by name gets 200, since by the rules of
 * GraphQL over HTTP a status is no part of such an answer; everybody else can tell by the status.
 */
export function statusOfRefusal(header: string | undefined): 200 | 400 {
  const answer = answerType(header);
  return answer?.type === plain && answer.isNamed ? 200 : 400;
}

function readRange(text: string): Range {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { range, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}
