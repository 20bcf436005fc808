import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { Answered } from './attempts.ts';
import { type Audience, Crowd } from './audience.ts';
import { FetchFailed } from './fetch-failed.ts';

/** A question under way, and those who wait for its answer. */
interface Shared {
  readonly crowd: Crowd;
  /** When it is over at the latest, milliseconds since 1970. */
  readonly until: number;
  readonly answered: Promise<Answered>;
  isTaken: boolean;
}

type Put = (audience: Audience) => Promise<Answered>;

/**
 * Questions that are the same in every way, who asks included, and are under way at the same time share one answer. Each
 * who waits gets data of its own, and may leave without the others losing theirs.
 */
export class SharedQuestions {
  private readonly underWay = new Map<string, Shared>();

  /**
   * @param key the same only for what must get the same answer
   * @param patience how long this one may wait from now on, in milliseconds
   * @param put asks, until nobody waits any more
   */
  ask(key: string, identity: RequestIdentity, patience: () => number, put: Put): Promise<Answer> {
    if (identity.client.isGone) return Promise.reject(new FetchFailed('abandoned', 'the client left before this fetch'));
    const found = this.underWay.get(key);
    const now = Date.now();
    // One that is soon over is no help to somebody who has time.
    const helps = found && !found.crowd.isGone && found.until - now >= patience() / 2;
    if (!helps) return wait(this.begin(key, now + patience(), put), identity);
    return this.join(found, key, identity, patience, put);
  }

  /** Whoever asks from now on has something changed behind it, and must not be told what was so before. */
  forget(): void {
    this.underWay.clear();
  }

  private async join(found: Shared, key: string, identity: RequestIdentity, patience: () => number, put: Put): Promise<Answer> {
    try {
      return await wait(found, identity);
    } catch (error) {
      // The time of whoever began ran out, and not the time of this one.
      const hasTime = error instanceof FetchFailed && error.reason === 'deadline' && patience() > 0;
      if (hasTime) return this.ask(key, identity, patience, put);
      throw error;
    }
  }

  private begin(key: string, until: number, put: Put): Shared {
    const crowd = new Crowd();
    const shared: Shared = { crowd, until, answered: put(crowd), isTaken: false };
    this.underWay.set(key, shared);
    const end = () => {
      if (this.underWay.get(key) === shared) this.underWay.delete(key);
    };
    shared.answered.then(end, end);
    return shared;
  }
}

/** Waits as long as one of the audience may and wants to. */
function wait(shared: Shared, { client, deadline }: RequestIdentity): Promise<Answer> {
  const leave = shared.crowd.join();
  return new Promise<Answer>((resolve, reject) => {
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      stay();
      leave();
    };
    const leaveBecause = (reason: 'abandoned' | 'deadline', message: string) => {
      reject(new FetchFailed(reason, message));
      end();
    };
    const timer =
      deadline < shared.until
        ? setTimeout(() => leaveBecause('deadline', 'the time of the request ran out during this fetch'), deadline - Date.now())
        : undefined;
    const stay = client.whenGone(() => leaveBecause('abandoned', 'the client left during this fetch'));
    shared.answered.then(
      (answered) => {
        resolve(ownAnswer(shared, answered));
        end();
      },
      (error: unknown) => {
        reject(error);
        end();
      },
    );
  });
}

/** Data is worked on by whoever gets it: the first takes what was read, the others read for themselves. */
function ownAnswer(shared: Shared, { answer, text }: Answered): Answer {
  if (shared.isTaken) return readAnswer(text);
  shared.isTaken = true;
  return answer;
}
