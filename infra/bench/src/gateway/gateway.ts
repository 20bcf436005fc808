import { describe, machineNow } from '../measuring/machine.ts';
import { keepResult } from '../measuring/results.ts';
import { contenders } from './contenders/contenders.ts';
import { canPin, stayOn } from './contenders/cores.ts';
import { installPeers } from './contenders/packages.ts';
import { nodeFlags } from './contenders/start.ts';
import { goalsOf } from './goals.ts';
import { measure } from './measure.ts';
import { prepareSetting } from './setting.ts';
import { tableOf } from './table.ts';

export interface GatewayOptions {
  readonly rounds: number;
  readonly seconds: number;
  /** Only contenders whose name holds one of these words; all without any. */
  readonly contenders?: readonly string[] | undefined;
}

/** The gateways side by side. @returns whether every goal was met */
export async function benchGateway({ rounds, seconds, contenders: wanted }: GatewayOptions): Promise<boolean> {
  const say = (sentence: string) => console.log(sentence);
  const machine = machineNow();
  const takingPart = () =>
    contenders().filter(({ name }) => !wanted || wanted.some((word) => name.toLowerCase().includes(word.toLowerCase())));
  if (takingPart().some(({ isPeer }) => isPeer)) await installPeers(say);
  // Only now: what is said of them holds the versions that are installed.
  const taking = takingPart();
  say(
    `${describe(machine)}; ${canPin ? 'the gateway has one core, sender and subgraphs the other' : 'nobody is held to a core: taskset or a second core is missing'}`,
  );
  stayOn('others');
  const { setting, close } = await prepareSetting(say);
  try {
    const outcomes = await measure(taking, setting, { rounds, seconds });
    const goals = goalsOf(outcomes);
    console.log(`\n${tableOf({ machine, outcomes, goals })}`);
    if (!wanted) keepResult('gateway', machine, { rounds, seconds, pinned: canPin, nodeFlags, goals, outcomes });
    return goals.every(({ isMet }) => isMet);
  } finally {
    await close();
  }
}
