import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceName } from '@leader/local-stack/stack/services';
import type { FaultyNetwork } from './faulty-network.ts';
import type { Fault } from './faulty-proxy.ts';
import { type Heard, leaks, leavesOf, lostLeaves, unexplained } from './judge.ts';

export interface Workload {
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  readonly persona: string;
}

export interface Outcome {
  readonly answers: number;
  /** Leaves that the faulty subgraph has no part in, and how many of them came as always. */
  readonly unaffected: number;
  readonly kept: number;
  /** What must never be, one sentence each. */
  readonly violations: readonly string[];
}

const rounds = 3;
const looks = 60;

/** Lets one subgraph suffer one fault while a workload is asked, and judges every answer. */
export async function tryFault(network: FaultyNetwork, workload: Workload, service: ServiceName, fault: Fault): Promise<Outcome> {
  const violations: string[] = [];
  const ask = () => network.ask(workload.query, workload.variables, workload.persona);
  const good = leavesOf((await wellAgain(ask))?.data);
  // What the network says when the subgraph is not there at all is what the fault may take, and no more.
  network.suffer(service, 'refuse');
  const without = await ask();
  const mayBeLost = new Set(without ? lostLeaves(good, leavesOf(without.data)) : []);
  const mustStay = [...good.keys()].filter((leaf) => !mayBeLost.has(leaf));

  network.suffer(service, fault);
  let kept = 0;
  for (let round = 0; round < rounds; round += 1) {
    const answer = await ask();
    if (!answer) violations.push('no answer came in time');
    else {
      if (answer.status !== 200) violations.push(`status ${answer.status}`);
      const lost = lostLeaves(good, leavesOf(answer.data));
      const silent = unexplained(lost, answer);
      if (silent.length > 0) violations.push(`null without an error at ${silent[0]}`);
      for (const leak of leaks(answer.text, network.secrets)) violations.push(`an answer shows ${leak}`);
      const gone = new Set(lost);
      kept += mustStay.filter((leaf) => !gone.has(leaf)).length;
    }
  }
  network.suffer(service, undefined);
  if (!(await wellAgain(ask))) violations.push('it is not well again after the fault');
  return { answers: rounds, unaffected: mustStay.length * rounds, kept, violations };
}

/** The first answer without an error, once the gateway has noticed that all is well. */
async function wellAgain(ask: () => Promise<Heard | undefined>): Promise<Heard | undefined> {
  for (let look = 0; look < looks; look += 1) {
    const answer = await ask();
    if (answer?.status === 200 && answer.errors.length === 0) return answer;
    await pause(100);
  }
  return undefined;
}
