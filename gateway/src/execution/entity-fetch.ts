import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { ask, type Outcome } from './ask.ts';
import type { Execution } from './execution.ts';
import { type FetchDocument, fetchDocument } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import { copyOf, merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { placeErrors } from './place-errors.ts';
import { representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';

/** One representation on its way to a subgraph, and every object of the answer that it stands for. */
interface Question {
  readonly representation: Data;
  readonly askers: Data[];
}

/** Asks a subgraph what it adds to entities that others found. Equal entities are asked for once. */
export async function fetchEntities(
  execution: Execution,
  fetch: FetchNode,
  requires: readonly QueryPlanSelectionNode[],
  path: readonly (string | number)[],
  targets: readonly Data[],
): Promise<void> {
  const document = fetchDocument(fetch);
  const questions = questionsOf(execution, fetch, document, requires, targets);
  if (questions.length === 0) return;
  const representations = questions.map((question) => question.representation);
  const answers = readEntities(execution, fetch, document, await ask(execution, fetch, path, representations), questions.length);
  for (const [index, question] of questions.entries()) {
    const answer = answers[index];
    for (const asker of question.askers) give(execution, fetch, document, asker, answer);
  }
}

function questionsOf(
  execution: Execution,
  fetch: FetchNode,
  document: FetchDocument,
  requires: readonly QueryPlanSelectionNode[],
  targets: readonly Data[],
): Question[] {
  const questions = new Map<string, Question>();
  for (const target of targets) {
    const representation = representationOf(execution.supergraph, target, requires);
    if (representation === undefined) continue;
    if (representation instanceof KnownError) {
      markLost(execution.supergraph, document, target, representation);
      continue;
    }
    applyRewrites(execution.supergraph, fetch.inputRewrites, representation);
    const text = JSON.stringify(representation);
    const question = questions.get(text) ?? { representation, askers: [] };
    question.askers.push(target);
    questions.set(text, question);
  }
  return [...questions.values()];
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
    execution.log.warn(
      { reference: execution.identity.requestId, subgraph: fetch.serviceName, expected },
      'a subgraph answered with another number of entities',
    );
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
    markLost(execution.supergraph, document, asker, withoutBelow(answer));
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
