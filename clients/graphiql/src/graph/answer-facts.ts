export interface Cost {
  readonly requested?: number;
  readonly actual?: number;
  readonly available?: number;
  readonly restored?: number;
}

/** What stands beside the data of an answer: by which name the log knows it, and what it cost. */
export interface AnswerFacts {
  readonly reference: string | undefined;
  readonly cost: Cost | undefined;
}

/** Reads them from an answer of whatever shape; what is not there is left out. */
export function factsOf(body: unknown, headers: Headers): AnswerFacts {
  const answer = asRecord(body);
  const errors = Array.isArray(answer['errors']) ? answer['errors'] : [];
  const references = errors.map((error) => asRecord(asRecord(error)['extensions'])['reference']);
  const reference = references.find((found) => typeof found === 'string') ?? headers.get('x-request-id') ?? undefined;
  return { reference, cost: costOf(asRecord(answer['extensions'])['cost']) };
}

function costOf(value: unknown): Cost | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const cost = asRecord(value);
  const number = (...names: string[]) => names.map((name) => cost[name]).find((found) => typeof found === 'number');
  return {
    requested: number('requested'),
    actual: number('actual'),
    available: number('available'),
    restored: number('restoreRate'),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
