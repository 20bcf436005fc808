import type { Observation, Sending } from '../cases/shapes.ts';
import type { ProbeReport } from '../checks/b7-probe.ts';

export interface Violation {
  readonly check: string;
  readonly where: string;
  readonly seen: string;
  /** The case to send again, if it is one case. */
  readonly replay: string | undefined;
}

/** What came of a whole attack. */
export class Report {
  cases = 0;
  sent = 0;
  refused = 0;
  /** Calls of subgraphs by requests that the gateway refused, whatever the case expected. */
  callsOnRefused = 0;
  worstBlock = { milliseconds: 0, where: '' };
  worstAmplification = { times: 0, where: '' };
  probe: ProbeReport | undefined;
  readonly memory: { name: string; before: number; after: number; heapBefore: number; heapAfter: number }[] = [];
  readonly violations: Violation[] = [];

  constructor(readonly idleBlockMs: number) {}

  violation(check: string, where: Sending | string, seen: string): void {
    const isSending = typeof where !== 'string';
    const replay = isSending ? `npm run attack -- --case ${where.case.id}` : undefined;
    this.violations.push({ check, where: isSending ? nameOf(where) : where, seen, replay });
  }

  note(observation: Observation, times: number, isRefused: boolean): void {
    const { sending, reading } = observation;
    if (!isRefused) return;
    this.refused += 1;
    if (sending.door === 'gateway' && sending.case.expects.isRefusal) this.callsOnRefused += reading.fetches;
    if (reading.blockMs > this.worstBlock.milliseconds) this.worstBlock = { milliseconds: reading.blockMs, where: nameOf(sending) };
    if (times > this.worstAmplification.times) this.worstAmplification = { times, where: nameOf(sending) };
  }
}

export function nameOf({ case: { id, title }, principal, door, entry, lane }: Sending): string {
  return `${id} (${title}) by ${principal} at ${door}${entry === 'own' ? '' : `, with ${entry}`}, ${lane}`;
}
