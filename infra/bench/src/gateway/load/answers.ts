import { isDeepStrictEqual } from 'node:util';
import { type OperationName, operationNames } from '../graph/operations.ts';
import { pages } from '../graph/shop.ts';
import { rightAnswer } from '../graph/whole.ts';
import { firstDifference } from './first-difference.ts';

/** An answer that is not the right one. What was measured with it counts for nothing. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** The right answer to each operation on each page. */
export type RightAnswers = ReadonlyMap<string, unknown>;

const keyOf = (operation: OperationName, page: number) => `${operation} ${page}`;

export async function findRightAnswers(): Promise<RightAnswers> {
  const found = new Map<string, unknown>();
  for (const operation of operationNames)
    for (let page = 0; page < pages; page += 1)
      found.set(keyOf(operation, page), JSON.parse(JSON.stringify(await rightAnswer(operation, page))));
  return found;
}

/**
 * Looks at every answer of one contender. The first one to a question is read and compared in depth; those that begin with the same
 * bytes are known to be right up to there, so that only what follows the data is read.
 */
export class Judge {
  private readonly known = new Map<string, Buffer>();

  constructor(private readonly right: RightAnswers) {}

  /** @throws WrongAnswer unless it holds the right data, no error, and nothing else but extensions */
  look(operation: OperationName, page: number, { status, bytes }: { readonly status: number; readonly bytes: Buffer }): void {
    const question = keyOf(operation, page);
    const known = this.known.get(question);
    const begins = known && bytes.length >= known.length && bytes.compare(known, 0, known.length, 0, known.length) === 0;
    const text = begins ? `{"data":null${bytes.toString('utf8', known.length)}` : bytes.toString();
    const answer = read(text, status);
    const isMore = Object.keys(answer).some((name) => name !== 'data' && name !== 'extensions');
    if (status !== 200 || isMore) throw wrong(question, status, text);
    if (begins) return;
    const right = this.right.get(question);
    if (right === undefined || !isDeepStrictEqual(answer['data'], right))
      throw new WrongAnswer(`"${question}" was answered wrongly: ${firstDifference(answer['data'], right, 'data')}`);
    const beginning = Buffer.from(`{"data":${JSON.stringify(answer['data'])}`);
    if (text.startsWith(beginning.toString())) this.known.set(question, beginning);
  }
}

function read(text: string, status: number): Record<string, unknown> {
  try {
    const answer = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {}
  throw new WrongAnswer(`no JSON came, with status ${status}: ${text.slice(0, 120)}`);
}

function wrong(question: string, status: number, text: string): WrongAnswer {
  return new WrongAnswer(`"${question}" was answered wrongly, with status ${status}: ${text.slice(0, 120)}`);
}
