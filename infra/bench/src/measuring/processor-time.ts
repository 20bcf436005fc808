import { readFileSync } from 'node:fs';

const millisecondsOfATick = 10;

/** Processor time of a process so far, all threads of it, in milliseconds; Linux tells it in hundredths of a second. */
export function processorTime(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(afterName[11]) + Number(afterName[12])) * millisecondsOfATick;
}

export interface Memory {
  /** Megabytes held now, and at most until now. */
  readonly now: number;
  readonly peak: number;
}

export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024);
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
