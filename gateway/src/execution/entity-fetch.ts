import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { ask, type Outcome } from './ask.ts';
import type { Execution } from './execution.ts';
import type { FetchDocument } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import { copyOf, merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { placeErrors } from './place-errors.ts';
import { type Inquiry, inquiriesOf } from './questions.ts';
import { applyRewrites } from './rewrites.ts';

/** Asks a subgraph what it adds to entities that others found. */
export async function fetchEntities(
  execution: Execution,
  fetch: FetchNode,
  requires: readonly QueryPlanSelectionNode[],
  path: readonly (string | number)[],
  targets: readonly Data[],
): Promise<void> {
  const inquiries = inquiriesOf(execution, fetch, requires, targets);
  await Promise.all(inquiries.map((inquiry) => inquire(execution, fetch, path, inquiry)));
}

async function inquire(execution: Execution, fetch: FetchNode, path: readonly (string | number)[], inquiry: Inquiry): Promise<void> {
  const { document, questions } = inquiry;
  const representations = questions.map((question) => question.representation);
  const outcome = await ask(execution, fetch, path, representations, document.text);
  const answers = readEntities(execution, fetch, document, outcome, questions.length);
  for (const [index, question] of questions.entries()) {
    const answer = answers[index];
    for (const asker of question.askers) give(execution, fetch, document, asker, answer);
  }
}

/** Per question its entity, or the error that stands for all of it. */
function readEntities(
  execution: Execution,
  fetch: FetchNode,
  document: FetchDocument,
  outcome: Outcome,
  expected: number,
): (Data | KnownError)[] {
  if ('lost' in outcome) return Array(expected).fill(outcome.lost);
  const entities = own(outcome.data, '_entities');
  if (!Array.isArray(entities) || entities.length !== expected) {
    const story = { reference: execution.identity.requestId, subgraph: fetch.serviceName, expected };
    execution.log.warn(story, 'a subgraph answered with another number of entities');
    return Array(expected).fill(new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable));
  }
  execution.unplaced.push(...placeErrors(outcome.data, outcome.errors, document.renamed));
  return entities.map((entity: unknown) => {
    if (isRecord(entity) || entity instanceof KnownError) return entity;
    return entity === null
      ? new KnownError('NOT_FOUND', sentences.notFound)
      : new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
  });
}

function give(execution: Execution, fetch: FetchNode, document: FetchDocument, asker: Data, answer: Data | KnownError | undefined): void {
  if (answer === undefined) return;
  if (answer instanceof KnownError) {
    const error = withoutBelow(answer);
    markLost(execution.supergraph, document, asker, () => error);
    return;
  }
  const entity = copyOf(answer) as Data;
  // Type conditions of the rewrites need a type, and the planner does not ask for one that is already known.
  if (!Object.hasOwn(entity, '__typename')) setOwn(entity, '__typename', own(asker, '__typename'));
  applyRewrites(execution.supergraph, fetch.outputRewrites, entity);
  merge(asker, entity);
}

/** Inside the subgraph the error lay below the entity; for each field lost with it, its own path is the place. */
function withoutBelow(error: KnownError): KnownError {
  return error.below.length === 0 ? error : new KnownError(error.code, error.sentence, [], { cause: error.cause });
}
