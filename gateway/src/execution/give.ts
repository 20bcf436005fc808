import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import type { FetchDocument } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import { copyOf, merge, mergeCopy } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
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
  forgetKind(schema, answer);
  if (rewrites && rewrites.length > 0) {
    for (const asker of askers) merge(asker, rewrittenFor(schema, rewrites, asker, answer), schema);
  } else {
    // The last one takes the entity itself, when nobody needs it as it came any more.
    for (let at = 0; at < askers.length - 1; at += 1) mergeCopy(askers[at] as Data, answer, schema);
    merge(askers[askers.length - 1] as Data, answer, schema);
  }
}

/** A subgraph that knows only the interface of an entity calls it by that. Whoever asks knows its type already, and keeps it. */
function forgetKind(schema: GraphQLSchema, answer: Data): void {
  const name = own(answer, '__typename');
  if (typeof name === 'string' && isInterfaceType(schema.getType(name))) delete answer['__typename'];
}

/** Type conditions of the rewrites need a type, and the planner does not ask for one that is already known. */
function rewrittenFor(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], asker: Data, answer: Data): Data {
  const entity = copyOf(answer) as Data;
  if (!Object.hasOwn(entity, '__typename')) setOwn(entity, '__typename', own(asker, '__typename'));
  applyRewrites(schema, rewrites, entity);
  return entity;
}

/** Inside the subgraph the error lay below the entity; for each field lost with it, its own path is the place. */
function withoutBelow(error: KnownError): KnownError {
  return error.below.length === 0 ? error : new KnownError(error.code, error.sentence, [], { cause: error.cause });
}
