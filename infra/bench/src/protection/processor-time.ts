import { readFileSync } from 'node:fs';

const millisecondsOfATick = 10;

/** Processor time of a process so far, in milliseconds; Linux tells it in hundredths of a second. */
export function processorTime(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(afterName[11]) + Number(afterName[12])) * millisecondsOfATick;
}
