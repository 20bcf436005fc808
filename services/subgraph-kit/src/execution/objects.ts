import { isWritten, type LeafForm } from './leaf-values.ts';
import { isPromise, type Path, type Run } from './run.ts';

/** Resolves and completes one field. Where the schema forbids null it may throw, or promise something and not keep it. */
export type Execute = (run: Run, source: unknown, above: Path | undefined) => unknown;

export interface Field {
  /** Its name in the answer. */
  readonly key: string;
  readonly execute: Execute;
  /** For a leaf that no resolver stands before: most of them lie ready on their object, and are only looked at. */
  readonly leaf?: ReadLeaf;
}

export interface ReadLeaf {
  /** The property it is read from. */
  readonly name: string;
  readonly form: LeafForm;
  /** What is done with a value that is not as it has to be; may throw. */
  readonly complete: (run: Run, source: object, value: unknown, above: Path | undefined) => unknown;
  /** What stands in the answer instead. */
  readonly lose: (run: Run, error: unknown, above: Path | undefined) => unknown;
}

type Answer = Record<string, unknown>;

/** An object of the answer, or a promise of it where one of its fields has to be waited for. */
export function executeFields(fields: readonly Field[], run: Run, source: unknown, path: Path | undefined): Answer | Promise<Answer> {
  const answer: Answer = {};
  const object = typeof source === 'object' && source !== null ? (source as Record<string, unknown>) : undefined;
  let waits = false;
  try {
    for (const { key, leaf, execute } of fields) {
      const value = leaf && object ? readLeaf(leaf, run, object, path) : execute(run, source, path);
      answer[key] = value;
      if (typeof value === 'object' && isPromise(value)) waits = true;
    }
  } catch (error) {
    if (!waits) throw error;
    // The others are waited for: they may still fail, and nobody else would hear of it.
    return settled(answer).finally(() => {
      throw error;
    });
  }
  return waits ? settled(answer) : answer;
}

function readLeaf({ name, form, complete, lose }: ReadLeaf, run: Run, object: Record<string, unknown>, above: Path | undefined): unknown {
  try {
    const value = object[name];
    return isWritten(value, form) ? value : complete(run, object, value, above);
  } catch (error) {
    return lose(run, error, above);
  }
}

/** The same for a mutation: one field after the other. */
export function executeInTurn(fields: readonly Field[], run: Run, source: unknown): Answer | PromiseLike<Answer> {
  let before: Answer | PromiseLike<Answer> = {};
  for (const { key, execute } of fields) {
    const next = (answer: Answer): Answer | PromiseLike<Answer> => {
      const value = execute(run, source, undefined);
      if (isPromise(value)) return value.then((waited) => Object.assign(answer, { [key]: waited }));
      answer[key] = value;
      return answer;
    };
    before = isPromise(before) ? before.then(next) : next(before);
  }
  return before;
}

async function settled(answer: Answer): Promise<Answer> {
  const keys = Object.keys(answer);
  const values = await Promise.all(Object.values(answer));
  // In place: whoever holds the object has only a promise of it.
  for (const [place, key] of keys.entries()) answer[key] = values[place];
  return answer;
}
