import { availableParallelism, cpus, loadavg } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly model: string | undefined;
  /** Mean of the last minute when the measuring began. */
  readonly load: number | undefined;
  readonly node: string;
}

export function machineNow(): Machine {
  return { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
}

export function describe({ cores, model, load, node }: Machine): string {
  return `${cores} cores (${model}), load ${load?.toFixed(1)} at the start, Node ${node}`;
}
