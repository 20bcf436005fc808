import { Arrivals } from './arrivals.ts';
import type { EntityPart } from './entity-part.ts';
import { EntityRequest } from './entity-request.ts';
import type { Execution } from './execution.ts';
import type { Fetching } from './fetching.ts';
import type { PlannedFetch } from './steps.ts';

/** Longer than this nobody waits for the others, in milliseconds: what a request saves is not worth more. */
const longestWait = 50;

/**
 * Where fetches of different branches wait for one another, to go out as one request. A branch waits no longer than it has
 * taken up to here: a slow one costs the others no more than twice their time, and nobody loses an answer by it.
 */
export class Meeting {
  private readonly planned: PlannedFetch[] = [];
  private readonly parts: EntityPart[] = [];
  private expected = 0;
  private known: EntityRequest | undefined;

  /** @param number of the meeting in its plan */
  constructor(private readonly number: number) {}

  /** Takes in one of those who meet; all of them before the first run. */
  join(planned: readonly PlannedFetch[], parts: readonly EntityPart[]): Fetching {
    const before = this.parts.length;
    this.expected += 1;
    this.planned.push(...planned);
    this.parts.push(...parts);
    const alone = new EntityRequest(planned, parts);
    return (execution) => {
      const pending = alone.pendingIn(execution);
      const arrivals = this.arrivalsIn(execution);
      if (arrivals.isOver) return alone.send(execution, pending);
      arrivals.come(pending.map(({ part, inquiry }) => ({ part: before + part, inquiry })));
      return pending.length > 0 ? arrivals.sent : undefined;
    };
  }

  private arrivalsIn(execution: Execution): Arrivals {
    const patience = Math.min(performance.now() - execution.began, longestWait);
    execution.arrivals[this.number] ??= new Arrivals(this.expected, patience, (pending) => {
      this.known ??= new EntityRequest(this.planned, this.parts);
      return this.known.send(execution, pending);
    });
    return execution.arrivals[this.number] as Arrivals;
  }
}
