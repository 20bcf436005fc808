import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Who has which core to itself: the gateway one, everybody else the other. */
const cores = { gateway: '0', others: '1' };

/** Whether processes can be held to one core here. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** A command, held to a core where that is possible. */
export function onCore(who: keyof typeof cores, command: readonly string[]): readonly string[] {
  return canPin ? ['taskset', '--cpu-list', cores[who], ...command] : command;
}

/** Holds this very process, all its threads, to a core. */
export function stayOn(who: keyof typeof cores): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores[who], String(process.pid)]);
}
