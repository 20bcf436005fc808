import { shuffled } from '../measuring/figures.ts';
import { memoryOf } from '../measuring/processor-time.ts';
import type { Contender } from './contenders/contender.ts';
import { type Running, start } from './contenders/start.ts';
import type { OperationName } from './graph/operations.ts';
import { bodyOf, operationNames } from './graph/operations.ts';
import { pages } from './graph/shop.ts';
import { Judge } from './load/answers.ts';
import { type Asked, sendLoad } from './load/load.ts';
import { type CountedTurn, figuresOf, type Outcome } from './outcome.ts';
import { mostConnections, type Pass, type PassName, passesOf } from './passes.ts';
import type { Setting } from './setting.ts';

export interface Plan {
  readonly rounds: number;
  /** Of one turn. */
  readonly seconds: number;
}

/** One who takes part, with all its turns so far; void once it has answered wrongly. */
class Participant {
  readonly turns = new Map<string, CountedTurn[]>();
  running: Running | undefined;
  void: string | undefined;

  constructor(readonly contender: Contender) {}

  outcome(): Outcome {
    const { name, note } = this.contender;
    if (this.void !== undefined || !this.running) return { name, note, void: this.void ?? 'it was not started', figures: {} };
    const figures: Record<string, Record<string, object>> = {};
    for (const [key, turns] of this.turns) {
      const [operation = '', pass = ''] = key.split(' ');
      figures[operation] = { ...figures[operation], [pass]: figuresOf(turns) };
    }
    return { name, note, memory: memoryOf(this.running.pid), figures };
  }
}

const keyOf = (operation: OperationName, pass: PassName) => `${operation} ${pass}`;

/** Starts all, warms them up, lets them take turns in an order that is another each round, and stops them. */
export async function measure(contenders: readonly Contender[], setting: Setting, plan: Plan): Promise<readonly Outcome[]> {
  const participants = contenders.map((contender) => new Participant(contender));
  try {
    for (const participant of participants) await attempt(participant, () => admit(participant, setting));
    for (let round = 1; round <= plan.rounds; round += 1) {
      for (const pass of shuffled(passesOf(plan.seconds)))
        for (const participant of shuffled(participants)) await attempt(participant, () => takeTurn(participant, setting, pass));
      setting.say(`round ${round} of ${plan.rounds} is over`);
    }
    return participants.map((participant) => participant.outcome());
  } finally {
    for (const { running } of participants) await running?.stop();
  }

  /** Whoever fails is out; the others go on. */
  async function attempt(participant: Participant, act: () => Promise<void>): Promise<void> {
    if (participant.void !== undefined) return;
    try {
      await act();
    } catch (error) {
      participant.void = (error as Error).message;
      setting.say(`${participant.contender.name} is out: ${participant.void}`);
    }
  }
}

/** Starts it, holds every one of its answers against the right one, and warms it up. */
async function admit(participant: Participant, setting: Setting): Promise<void> {
  const { subgraphs, supergraphFile, issuerUrl, home } = setting;
  const shared = { home, supergraphFile, issuerUrl, subgraphUrls: subgraphs.urls, headers: await setting.headers() };
  participant.running = await start(participant.contender, shared, mostConnections);
  const asked = askedOf(participant, setting);
  for (const operation of operationNames)
    for (let page = 0; page < pages; page += 1)
      asked.judge.look(operation, page, await asked.poster.post(bodyOf(operation, page), await asked.headers()));
  for (const operation of operationNames) await sendLoad(asked, { operation, variety: 'varying', atOnce: mostConnections, ...warmUp });
  setting.say(`${participant.contender.name} answers rightly and is warm`);
}

/** Enough for the compiler of Node to have seen the hot code of the slowest, too. */
const warmUp = { seconds: 2, requests: 500 };

const judges = new WeakMap<Participant, Judge>();

function askedOf(participant: Participant, setting: Setting): Asked {
  const { pid, poster } = participant.running as Running;
  const judge = judges.get(participant) ?? new Judge(setting.right);
  judges.set(participant, judge);
  return { pid, poster, judge, headers: () => setting.headers() };
}

async function takeTurn(participant: Participant, setting: Setting, pass: Pass): Promise<void> {
  const before = await setting.subgraphs.requests();
  const turn = await sendLoad(askedOf(participant, setting), pass);
  const calls = ((await setting.subgraphs.requests()) - before) / turn.requests;
  const key = keyOf(pass.operation, pass.pass);
  participant.turns.set(key, [...(participant.turns.get(key) ?? []), { ...turn, calls }]);
}
