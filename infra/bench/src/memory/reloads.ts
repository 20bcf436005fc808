import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { waitUntil } from '@leader/local-stack/processes/wait';
import type { Running } from '../gateway/contenders/start.ts';
import { bodyOf, operationNames } from '../gateway/graph/operations.ts';
import { pages } from '../gateway/graph/shop.ts';
import type { Judge } from '../gateway/load/answers.ts';

const patience = 60_000;
const atOnce = 8;

/** A load that goes on until it is stopped, with every answer looked at. */
export interface SteadyLoad {
  readonly requests: number;
  readonly failures: readonly string[];
  stop(): Promise<void>;
}

export function keepAsking(running: Running, judge: Judge, headers: () => Promise<readonly string[]>): SteadyLoad {
  let isOver = false;
  let requests = 0;
  const failures: string[] = [];
  const ask = async () => {
    while (!isOver) {
      const at = requests++;
      const [operation, page] = [operationNames[at % operationNames.length] ?? 'middle', at % pages];
      try {
        judge.look(operation, page, await running.poster.post(bodyOf(operation, page), await headers()));
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  };
  const all = Promise.all(Array.from({ length: atOnce }, ask));
  return {
    get requests() {
      return requests;
    },
    failures,
    stop: async () => {
      isOver = true;
      await all;
    },
  };
}

/** Delivers a supergraph that is another one, and waits until the gateway uses it. */
export async function reload(running: Running, supergraphFile: string, number: number): Promise<void> {
  const before = await versionOf(running);
  const text = readFileSync(supergraphFile, 'utf8').replace(/("""Version \d+"""\n)?type Review\b/, `"""Version ${number}"""\ntype Review`);
  writeFileSync(`${supergraphFile}.new`, text);
  renameSync(`${supergraphFile}.new`, supergraphFile);
  const isThere = await waitUntil(async () => (await versionOf(running)) !== before, patience, 20);
  if (!isThere) throw new Error(`supergraph ${number} was not taken over within ${patience / 1_000} s`);
}

async function versionOf({ origin }: Running): Promise<string> {
  const answer = (await (await fetch(`${origin}/health/ready`)).json()) as { supergraph: string; graph?: string };
  if (answer.graph !== undefined) throw new Error(`a new supergraph was not taken over: ${answer.graph}`);
  return answer.supergraph;
}
