import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceName } from '@leader/local-stack/stack/services';
import type { Fault } from './faulty-proxy.ts';
import { type Heard, leaks, leavesOf, lostLeaves, unexplained } from './judge.ts';

/** What can be made to suffer, and asked meanwhile. */
export interface Sufferer {
  suffer(service: ServiceName, fault: Fault | undefined): void;
  /** The answer, or nothing when none came in time. */
  ask(query: string, variables: object, persona: string): Promise<Heard | undefined>;
  /** Addresses that nobody outside may read. */
  readonly secrets: readonly string[];
  /** How often it is asked whether it is well again, 60 times unless told otherwise. */
  readonly looks?: number;
}

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
const usualLooks = 60;

/** Lets one subgraph suffer one fault while a workload is asked, and judges every answer. */
export async function tryFault(network: Sufferer, workload: Workload, service: ServiceName, fault: Fault): Promise<Outcome> {
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
    violations.push(...seenInAnyAnswer(answer, network));
    if (answer) {
      const lost = lostLeaves(good, leavesOf(answer.data));
      const silent = unexplained(lost, answer);
      if (silent.length > 0) violations.push(`null without an error at ${silent[0]}`);
      const gone = new Set(lost);
      kept += mustStay.filter((leaf) => !gone.has(leaf)).length;
    }
  }
  network.suffer(service, undefined);
  if (!(await wellAgain(ask, network.looks))) violations.push('it is not well again after the fault');
  return { answers: rounds, unaffected: mustStay.length * rounds, kept, violations };
}

/** What holds for every answer, of a question or of a change. */
export function seenInAnyAnswer(answer: Heard | undefined, { secrets }: Pick<Sufferer, 'secrets'>): string[] {
  if (!answer) return ['no answer came in time'];
  return [
    ...(answer.status === 200 ? [] : [`status ${answer.status}`]),
    ...leaks(answer.text, secrets).map((leak) => `an answer shows ${leak}`),
  ];
}

/** The first answer without an error, once the gateway has noticed that all is well. */
export async function wellAgain(ask: () => Promise<Heard | undefined>, looks = usualLooks): Promise<Heard | undefined> {
  for (let look = 0; look < looks; look += 1) {
    const answer = await ask();
    if (answer?.status === 200 && answer.errors.length === 0) return answer;
    await pause(100);
  }
  return undefined;
}
