import { quantile } from '../../measuring/figures.ts';
import { processorTime } from '../../measuring/processor-time.ts';
import { bodyOf, type OperationName } from '../graph/operations.ts';
import { pages } from '../graph/shop.ts';
import type { Judge } from './answers.ts';
import type { Poster } from './post.ts';

/** Who is asked: a process, and what looks at its answers. */
export interface Asked {
  readonly pid: number;
  readonly poster: Poster;
  readonly judge: Judge;
  /** Headers of each request. */
  headers(): Promise<readonly string[]>;
}

/** How it is asked. */
export interface Load {
  readonly operation: OperationName;
  /** Whether every request differs from those under way, or all are the same. */
  readonly variety: 'varying' | 'identical';
  readonly atOnce: number;
  /** At least this long, and at least so many requests. */
  readonly seconds: number;
  readonly requests?: number;
}

/** What one turn showed. */
export interface Turn {
  readonly requests: number;
  /** Milliseconds of processor time a request. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Asks as long as told, each connection as soon as it has its answer. @throws WrongAnswer at the first answer that is not right */
export async function sendLoad(asked: Asked, { operation, variety, atOnce, seconds, requests = 0 }: Load): Promise<Turn> {
  const bodies = Array.from({ length: pages }, (_, page) => Buffer.from(bodyOf(operation, page)));
  const headers = await asked.headers();
  const took: number[] = [];
  let next = Math.floor(Math.random() * pages);
  const cpuBefore = processorTime(asked.pid);
  const began = performance.now();
  const until = began + seconds * 1_000;
  const ask = async () => {
    while (performance.now() < until || took.length < requests) {
      const page = variety === 'varying' ? next++ % pages : 0;
      const from = performance.now();
      const reply = await asked.poster.post(bodies[page] as Buffer, headers);
      took.push(performance.now() - from);
      asked.judge.look(operation, page, reply);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const elapsed = performance.now() - began;
  const cpu = processorTime(asked.pid) - cpuBefore;
  return {
    requests: took.length,
    cpu: cpu / took.length,
    perSecond: (took.length * 1_000) / elapsed,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
  };
}
