import { isErrorCode, KnownError } from '../errors/known-error.ts';
import { sentenceFor } from '../errors/sentences.ts';
import { type AnswerError, isRecord } from '../transport/answer.ts';
import { type Data, own, setOwn } from './own.ts';

const mostWithoutPlace = 20;

/**
 * Puts each error of an answer where its null stands, so that it travels with the data to every position the data ends
 * up at. Errors without such a place are given back, as many as anybody reads.
 */
export function placeErrors(data: Data, errors: readonly AnswerError[], renamed: ReadonlyMap<string, string>): KnownError[] {
  return withoutPlace(errors.filter((error) => !isPlaced(data, error, renamed)));
}

/** Errors that stand for no lost field, as a client may see them. A subgraph may send a hundred thousand; the log says how many there were. */
export function withoutPlace(errors: readonly AnswerError[]): KnownError[] {
  return errors.slice(0, mostWithoutPlace).map((error) => knownError(error));
}

/** An error of a subgraph as a client may see it: the words of a listed code pass, everything else is masked. */
export function knownError(error: AnswerError, below: readonly (string | number)[] = []): KnownError {
  const code = isErrorCode(error.code) ? error.code : 'INTERNAL';
  const mayPass = code !== 'INTERNAL' && error.message !== '' && !speaksOfUs(error.message);
  const sentence = mayPass ? { fr: error.message, en: error.message } : sentenceFor(code);
  return new KnownError(mayPass || code !== 'BAD_USER_INPUT' ? code : 'INTERNAL', sentence, below, { cause: new Error(error.message) });
}

function isPlaced(data: Data, error: AnswerError, renamed: ReadonlyMap<string, string>): boolean {
  const path = error.path ?? [];
  let holder: unknown = data;
  for (const [depth, step] of path.entries()) {
    const value = read(holder, step);
    if (value instanceof Error) return true;
    if (value === null) {
      const below = path.slice(depth + 1).map((part) => (typeof part === 'string' ? (renamed.get(part) ?? part) : part));
      write(holder, step, knownError(error, below));
      return true;
    }
    holder = value;
  }
  return false;
}

function read(holder: unknown, step: string | number): unknown {
  if (Array.isArray(holder)) return typeof step === 'number' ? holder[step] : undefined;
  return isRecord(holder) ? own(holder, String(step)) : undefined;
}

function write(holder: unknown, step: string | number, error: KnownError): void {
  if (Array.isArray(holder)) holder[Number(step)] = error;
  else setOwn(holder as Data, String(step), error);
}

/** The client's document was valid here. If a subgraph finds no such field in it, our parts disagree, and the client cannot help it. */
function speaksOfUs(message: string): boolean {
  return /^(Cannot query field|Unknown (type|argument|fragment|directive)|Field ".*" (must|of type)|Syntax Error)|\$representations/.test(
    message,
  );
}
