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

export interface OpenLoop {
  readonly poster: Poster;
  readonly judge: Judge;
  readonly headers: Readonly<Record<ServiceClass, readonly string[]>>;
  /** Requests a second, whether answers come or not. */
  readonly rate: number;
  readonly seconds: number;
}

/** Three of ten sit in front of a screen. */
const classOf = (number: number): ServiceClass => (number % 10 < 3 ? 'interactive' : 'batch');

/** Sends at a steady rate and never waits for an answer before the next request: a sender that waits would hide the queue. */
export async function sendOpenly({ poster, judge, headers, rate, seconds }: OpenLoop): Promise<readonly Sent[]> {
  const bodies = Array.from({ length: pages }, (_, page) => Buffer.from(bodyOf('heavy', page)));
  const began = performance.now();
  const all: Promise<Sent>[] = [];
  const total = Math.round(rate * seconds);
  const send = async (number: number): Promise<Sent> => {
    const [serviceClass, page] = [classOf(number), number % pages];
    const due = began + (number * 1_000) / rate;
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
  };
  while (all.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) * rate) / 1_000) + 1);
    while (all.length < due) all.push(send(all.length));
    await pause(1);
  }
  return Promise.all(all);
}

const ofAFullHouse = new Set(['SUBGRAPH_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'OVERLOADED']);

/** Whether every error of an answer says that a part did not come in time. */
export function isPartial({ status, bytes }: Reply): boolean {
  if (status !== 200 || bytes.indexOf('"errors"') === -1) return false;
  const { errors } = JSON.parse(bytes.toString()) as { errors?: readonly { extensions?: { code?: string } }[] };
  return errors?.every(({ extensions }) => ofAFullHouse.has(extensions?.code ?? '')) ?? false;
}
