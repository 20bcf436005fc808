import type { EntityPart } from './entity-part.ts';
import { EntityRequest, type Pending } from './entity-request.ts';
import type { Execution } from './execution.ts';
import type { Fetching } from './fetching.ts';
import type { PlannedFetch } from './steps.ts';

/** Longer than this nobody waits for the others, in milliseconds: what a request saves is not worth more. */
const longestWait = 50;

/** Those who have come in one run of the plan. */
interface Gathering {
  /** How many have not come yet. */
  missing: number;
  readonly pending: Pending[];
  /** Once it is over, whoever still comes goes on alone. */
  isOver: boolean;
  readonly sent: Promise<unknown>;
  send(): void;
}

/**
 * Where fetches of different branches wait for one another, to go out as one request. A branch waits no longer than it has
 * taken up to here: a slow one costs the others no more than twice their time, and nobody loses an answer by it.
 */
export class Meeting {
  private readonly planned: PlannedFetch[] = [];
  private readonly parts: EntityPart[] = [];
  private readonly gatherings = new WeakMap<Execution, Gathering>();
  private members = 0;
  private known: EntityRequest | undefined;

  /** Takes in one of those who meet; all of them before the first run. */
  member(planned: readonly PlannedFetch[], parts: readonly EntityPart[]): Fetching {
    this.members += 1;
    this.planned.push(...planned);
    this.parts.push(...parts);
    const alone = new EntityRequest(planned, parts);
    return (execution) => {
      const pending = alone.pendingIn(execution);
      const gathering = this.gatheringIn(execution);
      if (gathering.isOver) return alone.send(execution, pending);
      gathering.pending.push(...pending);
      gathering.missing -= 1;
      if (gathering.missing === 0) gathering.send();
      return pending.length > 0 ? gathering.sent : undefined;
    };
  }

  private gatheringIn(execution: Execution): Gathering {
    const known = this.gatherings.get(execution);
    if (known) return known;
    let resolve: (sent: Promise<unknown> | undefined) => void = () => undefined;
    const gathering: Gathering = {
      missing: this.members,
      pending: [],
      isOver: false,
      sent: new Promise((found) => {
        resolve = found;
      }),
      send: () => {
        if (gathering.isOver) return;
        gathering.isOver = true;
        clearTimeout(timer);
        this.known ??= new EntityRequest(this.planned, this.parts);
        resolve(this.known.send(execution, gathering.pending));
      },
    };
    const timer = setTimeout(gathering.send, Math.min(performance.now() - execution.began, longestWait));
    this.gatherings.set(execution, gathering);
    return gathering;
  }
}
