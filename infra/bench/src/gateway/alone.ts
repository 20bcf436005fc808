import { describe, type Machine, machineNow } from '../measuring/machine.ts';
import { stayOn } from './contenders/cores.ts';
import { ours } from './contenders/ours.ts';
import { type Running, start } from './contenders/start.ts';
import { prepareSetting, type Setting } from './setting.ts';

/** How our gateway is started when it is looked at without the others. */
interface Alone {
  readonly connections: number;
  /** For Node. */
  readonly flags?: readonly string[];
  /** Put over its settings. */
  readonly overrides?: NodeJS.ProcessEnv;
}

/** Our gateway before the bench's subgraphs, for as long as somebody looks at it. */
export async function withOurGateway<Seen>(
  { connections, flags, overrides = {} }: Alone,
  look: (running: Running, setting: Setting, machine: Machine) => Promise<Seen>,
): Promise<Seen> {
  const machine = machineNow();
  console.log(describe(machine));
  stayOn('others');
  const { setting, close } = await prepareSetting(console.log);
  try {
    const { home, supergraphFile, issuerUrl, subgraphs } = setting;
    const shared = { home, supergraphFile, issuerUrl, subgraphUrls: subgraphs.urls, headers: await setting.headers(), overrides };
    const running = await start(ours, shared, connections, flags);
    try {
      return await look(running, setting, machine);
    } finally {
      await running.stop();
    }
  } finally {
    await close();
  }
}
