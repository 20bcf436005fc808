/** The command was called wrongly. The message says how to call it. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** The command was right, and yet there is no answer. The message says why. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export const exitCode = { done: 0, noAnswer: 1, wrongUse: 2 } as const;
