/** What a well-behaved client beside the attack lived through. */
export interface ProbeReport {
  readonly asked: number;
  readonly failures: readonly string[];
  /** Milliseconds, sorted. */
  readonly times: readonly number[];
}

/** B7: whoever behaves is answered, always. Times are told, not judged: they depend on the machine. */
export function probeFailure({ asked, failures }: ProbeReport): string | undefined {
  if (asked === 0) return 'nobody behaved well beside it, so nothing is shown';
  return failures.length > 0 ? `${failures.length} of ${asked} well-behaved requests failed, first: ${failures[0]}` : undefined;
}
