import type { Canary } from '../arena/canaries.ts';
import type { GraphQLAnswer, Observation } from '../cases/shapes.ts';

/** What the checks must know of the network. */
export interface Surroundings {
  readonly innerNames: readonly string[];
  /** Ports that no client should hear of. */
  readonly innerPorts: readonly string[];
  readonly canaries: readonly Canary[];
  /** Longest block of the event loop while well-behaved requests came one after the other, in milliseconds. */
  readonly idleBlockMs: number;
}

/** Answers what is wrong, if anything. */
export type Check = (observation: Observation, surroundings: Surroundings) => string | undefined;

export function readAnswer(body: string): GraphQLAnswer | undefined {
  try {
    const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
    if (!Array.isArray(errors)) return undefined;
    return { data, codes: errors.map((error) => String(error?.extensions?.code)) };
  } catch {
    return undefined;
  }
}
