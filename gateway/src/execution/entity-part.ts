import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import type { Addressee, Outcome } from './ask.ts';
import type { Execution } from './execution.ts';
import { fetchDocument } from './fetch-document.ts';
import type { Setting } from './fetching.ts';
import { give } from './give.ts';
import { addAsker, type EntityFetch, type Inquiry, inPortions, type Questions } from './inquiry.ts';
import { inquiriesWithoutLost } from './lost-inputs.ts';
import { type Data, own } from './own.ts';
import { placeErrors } from './place-errors.ts';
import { type Finder, finderOf } from './places.ts';
import { notConcerned, type RepresentationWriter, representationWriterOf } from './representation-writer.ts';
import { addresseeOf, type PlannedFetch } from './steps.ts';
import type { StrayTaker } from './strays.ts';
import { type Unite, uniteOf } from './unite.ts';

/** One question of a request about entities: what of them is asked, and what becomes of the answer. */
export class EntityPart {
  readonly fetch: EntityFetch;
  /** Of this question when it is put alone. */
  readonly addressee: Addressee;
  private readonly schema: GraphQLSchema;
  private readonly find: Finder;
  private readonly takeStrays: StrayTaker | undefined;
  private readonly unite: Unite | undefined;
  private readonly write: RepresentationWriter | undefined;

  constructor({ schema, sole, strays }: Setting, part: PlannedFetch) {
    this.schema = schema;
    const { node, places } = part;
    const { requires = [] } = node;
    this.addressee = addresseeOf({ parts: [part] });
    this.fetch = { node, requires, document: fetchDocument(node) };
    this.find = finderOf(places, sole);
    this.takeStrays = strays(part);
    this.unite = uniteOf(schema, part, sole);
    this.write = representationWriterOf(schema, requires, node.inputRewrites);
  }

  /** Sorts out what is to be asked. As a rule that is one inquiry, or none. */
  inquiries(execution: Execution): Inquiry[] {
    const { fetch, write } = this;
    const targets = this.find(execution);
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

  /**
   * Hands each entity of an answer, or the error that stands for all of it, to those who asked for it.
   *
   * @param name of the entities in the answer
   */
  take(execution: Execution, { document, questions }: Inquiry, outcome: Outcome, name: string): void {
    const { node } = this.fetch;
    const answers = 'lost' in outcome ? outcome.lost : entitiesIn(execution, node, outcome.data, name, questions.size);
    if (!('lost' in outcome) && outcome.errors.length > 0 && Array.isArray(answers))
      execution.unplaced.push(...placeErrors(outcome.data, outcome.errors, document.renamed));
    if (Array.isArray(answers)) {
      this.withoutStrays(answers, questions);
      this.unite?.(answers, execution.repeated);
    }
    let index = 0;
    for (const askers of questions.values()) {
      const answer = answers instanceof KnownError ? answers : answerOf(answers[index]);
      give(this.schema, node.outputRewrites, document, askers, answer);
      index += 1;
    }
  }

  private withoutStrays(answers: readonly unknown[], questions: Questions): void {
    const { takeStrays } = this;
    if (!takeStrays) return;
    let index = 0;
    for (const [asker] of questions.values()) {
      const answer = answers[index];
      const type = asker && own(asker, '__typename');
      if (isRecord(answer)) takeStrays(answer, typeof type === 'string' ? type : '');
      index += 1;
    }
  }
}

function entitiesIn(execution: Execution, fetch: FetchNode, data: Data, name: string, expected: number): readonly unknown[] | KnownError {
  const entities = own(data, name);
  if (Array.isArray(entities) && entities.length === expected) return entities;
  const story = { reference: execution.identity.requestId, subgraph: fetch.serviceName, expected };
  execution.log.warn(story, 'a subgraph answered with another number of entities');
  return new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
}

function answerOf(entity: unknown): Data | KnownError {
  if (isRecord(entity) || entity instanceof KnownError) return entity;
  return entity === null
    ? new KnownError('NOT_FOUND', sentences.notFound)
    : new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable);
}
