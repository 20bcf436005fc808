import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import type { FetchDocument } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import { merge, mergeCopy } from './merge.ts';
import { type Data, own } from './own.ts';
import { applyRewrites } from './rewrites.ts';

/** Adds an entity to every object that stands for it, or leaves its error with each of the fields that were asked. */
export function give(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  document: FetchDocument,
  askers: readonly Data[],
  answer: Data | KnownError,
): void {
  if (answer instanceof KnownError) {
    const error = withoutBelow(answer);
    for (const asker of askers) markLost(schema, document, asker, () => error);
    return;
  }
  if (rewrites && rewrites.length > 0) {
    for (const asker of askers) merge(asker, rewrittenFor(schema, rewrites, asker, answer), schema);
  } else {
    // The last one takes the entity itself, when nobody needs it as it came any more.
    for (let at = 0; at < askers.length - 1; at += 1) mergeCopy(askers[at] as Data, answer, schema);
    merge(askers[askers.length - 1] as Data, answer, schema);
  }
}

/** Type conditions of the rewrites need a type, and the planner does not ask for one that is already known. */
function rewrittenFor(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], asker: Data, answer: Data): Data {
  const entity: Data = { __typename: own(asker, '__typename') };
  mergeCopy(entity, answer, schema);
  applyRewrites(schema, rewrites, entity);
  return entity;
}

/** Inside the subgraph the error lay below the entity; for each field lost with it, its own path is the place. */
function withoutBelow(error: KnownError): KnownError {
  return error.below.length === 0 ? error : new KnownError(error.code, error.sentence, [], { cause: error.cause });
}
