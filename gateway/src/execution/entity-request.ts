import type { AnswerError } from '../transport/answer.ts';
import { type Addressee, ask, type Outcome } from './ask.ts';
import type { EntityPart } from './entity-part.ts';
import type { Execution } from './execution.ts';
import { representations } from './fetch-document.ts';
import { mostAtOnce, type Pending } from './inquiry.ts';
import { withoutPlace } from './place-errors.ts';
import type { RequestText } from './request-text.ts';
import { addresseeOf, type PlannedFetch } from './steps.ts';
import { entitiesOf, representationsOf, requestTogether } from './together.ts';

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
    return this.parts.flatMap((one, part) => one.inquiries(execution).map((inquiry) => ({ part, inquiry })));
  }

  /** Asks it, as one request where that can be; nothing when there is nothing to ask. */
  send(execution: Execution, pending: readonly Pending[]): Promise<unknown> | undefined {
    if (pending.length === 0) return undefined;
    const joined = this.together ? this.mayJoin(pending) : [];
    const alone = joined.length > 0 ? pending.filter((one) => !joined.includes(one)) : pending;
    const asked = alone.map((one) => this.askAlone(execution, one));
    if (this.together && joined.length > 0) asked.push(this.askTogether(execution, this.together, joined));
    return asked.length === 1 ? asked[0] : Promise.all(asked);
  }

  /** What goes out as one: each part's question in its whole form, as many as a subgraph can answer at once. */
  private mayJoin(pending: readonly Pending[]): Pending[] {
    const joined: Pending[] = [];
    let entities = 0;
    for (const one of pending) {
      const { part, inquiry } = one;
      const isFirst = joined.every((other) => other.part !== part);
      const isWhole = inquiry.document === this.parts[part]?.fetch.document;
      if (!isWhole || !isFirst || entities + inquiry.questions.size > mostAtOnce) continue;
      entities += inquiry.questions.size;
      joined.push(one);
    }
    // One alone is asked by its own, shorter document.
    return joined.length > 1 ? joined : [];
  }

  private async askAlone(execution: Execution, { part, inquiry }: Pending): Promise<void> {
    const asking = this.parts[part] as EntityPart;
    const lists = { [representations]: [...inquiry.questions.keys()] };
    const outcome = await ask(execution, asking.addressee, inquiry.document.request, lists);
    asking.take(execution, inquiry, outcome, '_entities');
  }

  private async askTogether(execution: Execution, request: RequestText, joined: readonly Pending[]): Promise<void> {
    const lists: Record<string, readonly string[]> = {};
    for (const { part, inquiry } of joined) lists[representationsOf(part)] = [...inquiry.questions.keys()];
    const outcome = await ask(execution, this.addressee, request, lists);
    if (!('lost' in outcome)) {
      const names = joined.map(({ part }) => entitiesOf(part));
      const strays = outcome.errors.filter(({ path }) => !names.includes(String(path?.[0])));
      execution.unplaced.push(...withoutPlace(strays));
    }
    for (const { part, inquiry } of joined) {
      const name = entitiesOf(part);
      this.parts[part]?.take(execution, inquiry, partOf(outcome, name), name);
    }
  }
}

/** What an answer to several questions says about one of them. */
function partOf(outcome: Outcome, name: string): Outcome {
  if ('lost' in outcome) return outcome;
  const errors: AnswerError[] = outcome.errors.filter(({ path }) => path?.[0] === name);
  return { data: outcome.data, errors };
}
