import { z } from 'zod';
import type { RequestLimits } from './limits.ts';

const count = z.coerce.number().int().min(1).max(1_000_000);

/** What a request may hold. Our own clients stay well below; `test/limits.test.ts` holds their documents to it. */
export const limitSettings = {
  LIMIT_TOKENS: count.default(2_000),
  LIMIT_DEPTH: count.default(16),
  LIMIT_SELECTIONS: count.default(1_000),
  LIMIT_ALIASES: count.default(30),
  LIMIT_ROOT_FIELDS: count.default(20),
  LIMIT_ROOT_MUTATION_FIELDS: count.default(5),
  LIMIT_REPETITIONS: count.default(50),
  LIMIT_DIRECTIVES: count.default(4),
  LIMIT_INTROSPECTION_DEPTH: count.default(2),
  LIMIT_VARIABLE_VALUES: count.default(5_000),
  LIMIT_VARIABLE_DEPTH: count.default(10),
  LIMIT_VARIABLE_LIST: count.default(1_000),
  LIMIT_VARIABLE_TEXT: count.default(240_000),
};

type Settings = { readonly [Name in keyof typeof limitSettings]: number };

export function requestLimits(settings: Settings): RequestLimits {
  return {
    document: {
      tokens: settings.LIMIT_TOKENS,
      depth: settings.LIMIT_DEPTH,
      selections: settings.LIMIT_SELECTIONS,
      aliases: settings.LIMIT_ALIASES,
      rootFields: settings.LIMIT_ROOT_FIELDS,
      rootMutationFields: settings.LIMIT_ROOT_MUTATION_FIELDS,
      repetitions: settings.LIMIT_REPETITIONS,
      directives: settings.LIMIT_DIRECTIVES,
      introspectionDepth: settings.LIMIT_INTROSPECTION_DEPTH,
    },
    variables: {
      values: settings.LIMIT_VARIABLE_VALUES,
      depth: settings.LIMIT_VARIABLE_DEPTH,
      listLength: settings.LIMIT_VARIABLE_LIST,
      textLength: settings.LIMIT_VARIABLE_TEXT,
    },
  };
}
