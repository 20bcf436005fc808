import { printSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { Caller } from '../identity/caller.ts';
import { type Introspection, mayReadSchema } from '../rights/introspection.ts';
import { isAnonymous } from '../rights/rule.ts';
import type { Views } from './contract.ts';

/** The SDL of a caller's contract. @throws KnownError for those who may not ask the graph about itself either */
export function schemaText(views: Views, introspection: Introspection, caller: Caller): string {
  if (!mayReadSchema(introspection, caller))
    throw new KnownError(isAnonymous(caller) ? 'UNAUTHENTICATED' : 'FORBIDDEN', sentences.schemaClosed);
  const view = views.get(caller.contract);
  return view ? printSchema(view) : '';
}
