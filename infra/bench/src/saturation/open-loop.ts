import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf } from '../gateway/graph/operations.ts';
import { pages } from '../gateway/graph/shop.ts';
import type { Judge } from '../gateway/load/answers.ts';
import type { Poster, Reply } from '../gateway/load/post.ts';
import type { ServiceClass } from '../measuring/issuer.ts';

/**
 * What became of one request. `shed`: refused at once, to be asked again. `partial`: an answer that says which of its parts were not there in
 * time. `failed`: anything else, a connection that was cut or that nobody answered included.
 */
export type Fate = 'right' | 'shed' | 'partial' | 'failed';

export interface Sent {
  readonly serviceClass: ServiceClass;
  readonly fate: Fate;
  /** Milliseconds from the moment at which it was due. */
  readonly took: number;
  readonly reason?: string;
}

/** Who is asked, and who looks at the answers. */
export interface Asked {
  readonly poster: Poster;
  readonly judge: Judge;
  readonly headers: Readonly<Record<ServiceClass, readonly string[]>>;
}

/** Three of ten sit in front of a screen. */
const classOf = (number: number): ServiceClass => (number % 10 < 3 ? 'interactive' : 'batch');
const bodies = Array.from({ length: pages }, (_, page) => Buffer.from(bodyOf('heavy', page)));

/**
 * Sends at a steady rate and never waits for an answer before the next request: a sender that waits would hide the queue.
 *
 * @param rate requests a second, whether answers come or not
 */
export async function sendOpenly(asked: Asked, rate: number, seconds: number): Promise<readonly Sent[]> {
  const began = performance.now();
  const all: Promise<Sent>[] = [];
  const total = Math.round(rate * seconds);
  while (all.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1_000) + 1);
    while (all.length < due) all.push(send(asked, all.length, began + (all.length * 1_000) / rate));
    await pause(1);
  }
  return Promise.all(all);
}

/** Right answers a second, with so many requests under way that the gateway always has something to do, and none of them waits long. */
export async function capacityOf(asked: Asked, atOnce: number, seconds: number): Promise<number> {
  const began = performance.now();
  let next = 0;
  let right = 0;
  const ask = async () => {
    while (performance.now() < began + seconds * 1_000) {
      const { fate } = await send(asked, next++, performance.now());
      if (fate === 'right') right += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return (right * 1_000) / (performance.now() - began);
}

async function send({ poster, judge, headers }: Asked, number: number, due: number): Promise<Sent> {
  const [serviceClass, page] = [classOf(number), number % pages];
  const seen = (fate: Fate, reason?: string): Sent => ({
    serviceClass,
    fate,
    took: performance.now() - due,
    ...(reason !== undefined && { reason }),
  });
  try {
    const reply = await poster.post(bodies[page] as Buffer, headers[serviceClass]);
    if (reply.status === 503) return seen('shed');
    if (isPartial(reply)) return seen('partial');
    judge.look('heavy', page, reply);
    return seen('right');
  } catch (error) {
    return seen('failed', (error as Error).message);
  }
}

const ofAFullHouse = new Set(['SUBGRAPH_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'OVERLOADED']);

/** Whether every error of an answer says that a part did not come in time. */
export function isPartial({ status, bytes }: Reply): boolean {
  if (status !== 200 || bytes.indexOf('"errors"') === -1) return false;
  const { errors } = JSON.parse(bytes.toString()) as { errors?: readonly { extensions?: { code?: string } }[] };
  return errors?.every(({ extensions }) => ofAFullHouse.has(extensions?.code ?? '')) ?? false;
}
