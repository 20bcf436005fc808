import type { AnswerError } from '../transport/answer.ts';
import { type Addressee, ask, type Outcome } from './ask.ts';
import type { EntityPart } from './entity-part.ts';
import type { Execution } from './execution.ts';
import { representations } from './fetch-document.ts';
import { type Inquiry, mostAtOnce } from './inquiry.ts';
import { knownError } from './place-errors.ts';
import type { RequestText } from './request-text.ts';
import { addresseeOf, type PlannedFetch } from './steps.ts';
import { entitiesOf, representationsOf, requestTogether } from './together.ts';

/** An inquiry, and whose it is. */
export interface Pending {
  readonly part: EntityPart;
  readonly inquiry: Inquiry;
}

/** A request that asks a subgraph what it adds to entities that others found: one question, or several. */
export class EntityRequest {
  private readonly addressee: Addressee;
  private readonly together: RequestText | undefined;

  constructor(
    planned: readonly PlannedFetch[],
    private readonly parts: readonly EntityPart[],
  ) {
    this.addressee = addresseeOf({ parts: planned });
    this.together = parts.length > 1 ? requestTogether(parts.map(({ fetch }) => fetch.document)) : undefined;
  }

  /** What is to be asked now. */
  pendingIn(execution: Execution): Pending[] {
    return this.parts.flatMap((part) => part.inquiries(execution).map((inquiry) => ({ part, inquiry })));
  }

  /** Asks it, as one request where that can be; nothing when there is nothing to ask. */
  send(execution: Execution, pending: readonly Pending[]): Promise<unknown> | undefined {
    if (pending.length === 0) return undefined;
    const { together, addressee, parts } = this;
    const joined = together ? mayJoin(pending) : [];
    const alone = joined.length > 0 ? pending.filter((one) => !joined.includes(one)) : pending;
    const asked = alone.map((one) => askAlone(execution, one));
    if (together && joined.length > 0) asked.push(askTogether(execution, addressee, together, parts, joined));
    return asked.length === 1 ? asked[0] : Promise.all(asked);
  }
}

/** What goes out as one: each part's question in its whole form, as many as a subgraph can answer at once. */
function mayJoin(pending: readonly Pending[]): Pending[] {
  const joined: Pending[] = [];
  let entities = 0;
  for (const one of pending) {
    const { part, inquiry } = one;
    const isFirst = joined.every((other) => other.part !== part);
    if (inquiry.document !== part.fetch.document || !isFirst || entities + inquiry.questions.size > mostAtOnce) continue;
    entities += inquiry.questions.size;
    joined.push(one);
  }
  // One alone is asked by its own, shorter document.
  return joined.length > 1 ? joined : [];
}

async function askAlone(execution: Execution, { part, inquiry }: Pending): Promise<void> {
  const outcome = await ask(execution, part.addressee, inquiry.document.request, { [representations]: [...inquiry.questions.keys()] });
  part.take(execution, inquiry, outcome, '_entities');
}

async function askTogether(
  execution: Execution,
  addressee: Addressee,
  request: RequestText,
  parts: readonly EntityPart[],
  joined: readonly Pending[],
): Promise<void> {
  const lists: Record<string, readonly string[]> = {};
  for (const { part, inquiry } of joined) lists[representationsOf(parts.indexOf(part))] = [...inquiry.questions.keys()];
  const outcome = await ask(execution, addressee, request, lists);
  if (!('lost' in outcome)) {
    const names = joined.map(({ part }) => entitiesOf(parts.indexOf(part)));
    const strays = outcome.errors.filter(({ path }) => !names.includes(String(path?.[0])));
    execution.unplaced.push(...strays.map((error) => knownError(error)));
  }
  for (const { part, inquiry } of joined) {
    const name = entitiesOf(parts.indexOf(part));
    part.take(execution, inquiry, partOf(outcome, name), name);
  }
}

/** What an answer to several questions says about one of them. */
function partOf(outcome: Outcome, name: string): Outcome {
  if ('lost' in outcome) return outcome;
  const errors: AnswerError[] = outcome.errors.filter(({ path }) => path?.[0] === name);
  return { data: outcome.data, errors };
}
