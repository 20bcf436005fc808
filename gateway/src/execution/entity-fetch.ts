import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { ask, type Outcome } from './ask.ts';
import type { Execution } from './execution.ts';
import { type FetchDocument, fetchDocument, representations } from './fetch-document.ts';
import type { Fetching } from './fetching.ts';
import { give } from './give.ts';
import { addAsker, type EntityFetch, type Inquiry, inPortions } from './inquiry.ts';
import { inquiriesWithoutLost } from './lost-inputs.ts';
import { type Data, own } from './own.ts';
import { placeErrors } from './place-errors.ts';
import { finderOf } from './places.ts';
import { notConcerned, type RepresentationWriter, representationWriterOf } from './representation-writer.ts';
import type { PlannedFetch } from './steps.ts';

/** Prepares a fetch that asks a subgraph what it adds to entities that others found. */
export function entityFetching(schema: GraphQLSchema, { node, place }: PlannedFetch, requires: EntityFetch['requires']): Fetching {
  const fetch: EntityFetch = { node, requires, document: fetchDocument(node) };
  const find = finderOf(place);
  const write = representationWriterOf(schema, requires, node.inputRewrites);
  const addressee = { subgraph: node.serviceName, position: place.join('.') };
  return (execution) => {
    const inquiries = inquiriesOf(execution, fetch, write, find(execution.data));
    if (inquiries.length === 0) return undefined;
    return Promise.all(
      inquiries.map(async (inquiry) => {
        const outcome = await ask(execution, addressee, inquiry.document.request, { [representations]: [...inquiry.questions.keys()] });
        takeEntities(execution, node, inquiry, outcome);
      }),
    );
  };
}

/** Sorts out what is to be asked. As a rule that is one inquiry. */
function inquiriesOf(
  execution: Execution,
  fetch: EntityFetch,
  write: RepresentationWriter | undefined,
  targets: readonly Data[],
): Inquiry[] {
  if (!write) return inquiriesWithoutLost(execution, fetch, targets).flatMap(inPortions);
  const questions = new Map<string, Data[]>();
  const losers: Data[] = [];
  for (const target of targets) {
    const representation = write(target);
    if (representation === undefined) losers.push(target);
    else if (representation !== notConcerned) addAsker(questions, representation, target);
  }
  const whole = inPortions({ document: fetch.document, questions });
  return losers.length === 0 ? whole : [...whole, ...inquiriesWithoutLost(execution, fetch, losers).flatMap(inPortions)];
}

/** Hands each entity of an answer, or the error that stands for all of it, to those who asked for it. */
function takeEntities(execution: Execution, fetch: FetchNode, { document, questions }: Inquiry, outcome: Outcome): void {
  const answers = readEntities(execution, fetch, document, outcome, questions.size);
  let index = 0;
  for (const askers of questions.values()) {
    give(execution.supergraph, fetch.outputRewrites, document, askers, answers instanceof KnownError ? answers : answerOf(answers[index]));
    index += 1;
  }
}

function readEntities(
  execution: Execution,
  fetch: FetchNode,
  document: FetchDocument,
  outcome: Outcome,
  expected: number,
): readonly unknown[] | KnownError {
  if ('lost' in outcome) return outcome.lost;
  const entities = own(outcome.data, '_entities');
  if (!Array.isArray(entities) || entities.length !== expected) {
    const story = { reference: execution.identity.requestId, subgraph: fetch.serviceName, expected };
    execution.log.warn(story, 'a subgraph answered with another number of entities');
    return new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
  }
  if (outcome.errors.length > 0) execution.unplaced.push(...placeErrors(outcome.data, outcome.errors, document.renamed));
  return entities;
}

function answerOf(entity: unknown): Data | KnownError {
  if (isRecord(entity) || entity instanceof KnownError) return entity;
  return entity === null
    ? new KnownError('NOT_FOUND', sentences.notFound)
    : new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
}
