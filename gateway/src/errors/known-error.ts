/** Codes that a client may see. Whatever has none of them is a bug of ours and leaves as INTERNAL. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'COST_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'OVERLOADED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export function isErrorCode(value: unknown): value is ErrorCode {
  return errorCodes.includes(value as ErrorCode);
}

/** One sentence for people, in both languages. */
export interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** An error whose code and sentence may leave the house. The cause stays inside, for the log. */
export class KnownError extends Error {
  override readonly name = 'KnownError';

  /**
   * @param below path from the field that became null down to the field that failed, when a subgraph's own
   * null propagation lies between the two
   */
  constructor(
    readonly code: ErrorCode,
    readonly sentence: Sentence,
    readonly below: readonly (string | number)[] = [],
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}
