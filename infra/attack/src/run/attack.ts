import type { Arena } from '../arena/arena.ts';
import type { AttackCase, Observation, Sending } from '../cases/shapes.ts';
import { allowance, block, isRefused } from '../checks/b4-work.ts';
import { timesLarger } from '../checks/b5-amplification.ts';
import { changedTables } from '../checks/b6-unchanged.ts';
import { probeFailure } from '../checks/b7-probe.ts';
import { growth } from '../checks/b8-health.ts';
import { canaryIn } from '../checks/canaries.ts';
import { checks } from '../checks/checks.ts';
import type { Surroundings } from '../checks/observation.ts';
import { idleBlock } from './idle.ts';
import { grouped } from './print.ts';
import { probeBeside } from './probe.ts';
import { Report } from './report.ts';
import { send } from './send.ts';
import { sendingsOf } from './sendings.ts';

export interface AttackOptions {
  /** Whether the time that the event loop stands still is judged: not where elapsed time would decide over a test. */
  readonly judgesTime: boolean;
  readonly progress?: (sentence: string) => void;
  /** Which of a case's sendings to send; all unless said. */
  readonly only?: (sending: Sending) => boolean;
}

/** Sends every case through every door on everybody's behalf, and holds what comes of it to the invariants. */
export async function attack(arena: Arena, cases: readonly AttackCase[], options: AttackOptions): Promise<Report> {
  const surroundings: Surroundings = {
    innerNames: arena.innerNames,
    innerPorts: arena.innerPorts,
    canaries: arena.canaries,
    idleBlockMs: await idleBlock(arena),
  };
  const report = new Report(surroundings.idleBlockMs);
  const stopProbe = probeBeside(arena.door('gateway').url);
  let before = await arena.digest();
  let memory: Awaited<ReturnType<typeof memoryOf>> | undefined;
  const families = [...byFamily(cases)];
  for (const [nth, [family, members]] of families.entries()) {
    const known = report.violations.length;
    for (const [index, one] of members.entries()) {
      report.cases += 1;
      for (const sending of sendingsOf(one, index).filter(options.only ?? (() => true)))
        await judge(arena, sending, surroundings, options, report);
    }
    const after = await arena.digest();
    for (const change of changedTables(before, after)) report.violation('B6', `all of ${family}`, change);
    before = after;
    // Before the last family everything else has been asked once: what is needed has been taken.
    if (nth === Math.max(0, families.length - 2)) memory = await memoryOf(arena);
    const found = report.violations.slice(known);
    options.progress?.([`${family}: ${members.length} cases, ${found.length} violations`, ...grouped(found)].join('\n'));
  }
  const probe = await stopProbe();
  report.probe = probe;
  const failure = probeFailure(probe);
  if (failure) report.violation('B7', 'beside all cases', failure);
  for (const [name, was] of memory ?? []) {
    const is = await arena.door(name).witness.read(undefined, true);
    report.memory.push({ name, before: was.rss, after: is.rss, heapBefore: was.heapUsed, heapAfter: is.heapUsed });
    // A short run begins cold: there the heap tells what is kept.
    const grown = growth(was, is, options.judgesTime);
    if (grown) report.violation('B8', name, grown);
  }
  const inLogs = canaryIn(arena.logs(), arena.canaries);
  if (inLogs) report.violation('B3 canaries', 'the logs', inLogs.name);
  return report;
}

async function judge(arena: Arena, sending: Sending, surroundings: Surroundings, options: AttackOptions, report: Report): Promise<void> {
  const observation = await send(arena, sending);
  report.sent += 1;
  for (const [name, check] of Object.entries(checks)) {
    const wrong = check(observation, surroundings);
    if (wrong) report.violation(name, sending, wrong);
  }
  const blocked = await quietest(arena, observation, surroundings.idleBlockMs);
  report.note(blocked, timesLarger(observation), isRefused(observation));
  const wrong = options.judgesTime && block(blocked, surroundings);
  if (wrong) report.violation('B4', sending, wrong);
}

/** A busy machine makes any request look slow once; a request that is slow is so each time. */
async function quietest(arena: Arena, first: Observation, idleBlockMs: number): Promise<Observation> {
  let best = first;
  for (let again = 0; again < 3 && isRefused(best) && best.reading.blockMs > idleBlockMs + allowance; again += 1) {
    const next = await send(arena, first.sending);
    if (next.reading.blockMs < best.reading.blockMs) best = next;
  }
  return best;
}

async function memoryOf(arena: Arena) {
  return Promise.all([...arena.doors.values()].map(async ({ name, witness }) => [name, await witness.read(undefined, true)] as const));
}

function byFamily(cases: readonly AttackCase[]): Map<string, AttackCase[]> {
  const families = new Map<string, AttackCase[]>();
  for (const one of cases) {
    const family = one.id.slice(0, 1);
    families.set(family, [...(families.get(family) ?? []), one]);
  }
  return families;
}
