/** Who is told how far a start has got. */
export interface Progress {
  /** Something was begun that takes a while. */
  begin(step: string): void;
  /** The step is done; the words say what came of it. */
  done(step: string, words: string): void;
  /** Something happened that a person should know. */
  note(sentence: string): void;
}

export const quietly: Progress = { begin() {}, done() {}, note() {} };

/** Writes the steps to a terminal, or line by line to a file. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const since = new Map<string, number>();
  const width = 16;
  return {
    begin(step) {
      since.set(step, performance.now());
      if (stream.isTTY) stream.write(`  … ${step}\r`);
    },
    done(step, words) {
      const seconds = ((performance.now() - (since.get(step) ?? performance.now())) / 1000).toFixed(1);
      stream.write(`${stream.isTTY ? '\x1b[K' : ''}  ✓ ${step.padEnd(width)} ${words}  (${seconds} s)\n`);
    },
    note(sentence) {
      stream.write(`${stream.isTTY ? '\x1b[K' : ''}  ! ${sentence}\n`);
    },
  };
}
