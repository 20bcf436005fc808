import path from 'node:path';
import { withOurGateway } from '../gateway/alone.ts';
import { openInside, type Running } from '../gateway/contenders/start.ts';
import { Judge } from '../gateway/load/answers.ts';
import type { Setting } from '../gateway/setting.ts';
import { keepResult } from '../measuring/results.ts';
import { sendDistinct } from './distinct-operations.ts';
import { keepAsking, reload } from './reloads.ts';
import { type Sample, slopeOf } from './slope.ts';

/** Bytes that one more operation, or one more version of the graph, may leave behind. A kept document or a kept graph is far more. */
const goals = { heapOfAnOperation: 50, residentOfAnOperation: 400, heapOfAReload: 50_000 };
const samples = 25;
/** Caches fill first: so much of the way does not count. */
const warmUp = 0.2;
const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

interface Seen {
  readonly heap: Sample;
  readonly resident: Sample;
  /** What the engine holds for the heap, used or not, and what lies outside it: they tell why the resident size is what it is. */
  readonly held: number;
  readonly outside: number;
}

/** Whether our gateway's memory stays flat over ever new operations and ever new versions of the graph. @returns whether it does */
export async function benchMemory({ operations, reloads }: { readonly operations: number; readonly reloads: number }): Promise<boolean> {
  const overrides = { SUPERGRAPH_POLL: '50' };
  return withOurGateway({ connections: 16, flags: openInside, overrides }, async (running, setting, machine) => {
    const first = await overOperations(running, setting, operations);
    const second = await overReloads(running, setting, reloads);
    const isMet =
      first.heapOfAnOperation <= goals.heapOfAnOperation &&
      first.residentOfAnOperation <= goals.residentOfAnOperation &&
      second.heapOfAReload <= goals.heapOfAReload &&
      second.failures.length === 0;
    keepResult('memory', machine, { goals, operations: first, reloads: second, isMet });
    return isMet;
  });
}

async function overOperations(running: Running, setting: Setting, operations: number) {
  const seen: Seen[] = [];
  for (let part = 0; part < samples; part += 1) {
    const [from, to] = [part, part + 1].map((one) => Math.round((one * operations) / samples)) as [number, number];
    await sendDistinct(running, await setting.headers(), from, to);
    seen.push(await look(running, to));
  }
  const counted = seen.slice(Math.floor(samples * warmUp));
  const heapOfAnOperation = Math.round(slopeOf(counted.map(({ heap }) => heap)));
  const residentOfAnOperation = Math.round(slopeOf(counted.map(({ resident }) => resident)));
  console.log(
    `${operations} distinct operations: ${heapOfAnOperation} bytes of heap and ${residentOfAnOperation} resident for each after the first fifth`,
  );
  return { sent: operations, heapOfAnOperation, residentOfAnOperation, seen: seen.map(shown) };
}

async function overReloads(running: Running, setting: Setting, reloads: number) {
  const load = keepAsking(running, new Judge(setting.right), () => setting.headers());
  const file = path.join(running.folder, 'supergraph.graphql');
  const seen: Seen[] = [];
  try {
    for (let number = 1; number <= reloads; number += 1) {
      await reload(running, file, number);
      if (number % Math.ceil(reloads / samples) === 0) seen.push(await look(running, number));
    }
  } finally {
    await load.stop();
  }
  const heapOfAReload = Math.round(slopeOf(seen.slice(Math.floor(seen.length * warmUp)).map(({ heap }) => heap)));
  const failures = [...new Set(load.failures)];
  console.log(
    `${reloads} supergraphs under load: ${load.requests} requests, ${load.failures.length} failed, ${heapOfAReload} bytes of heap for each`,
  );
  for (const failure of failures.slice(0, 5)) console.log(failure);
  return { taken: reloads, requests: load.requests, failures, heapOfAReload, seen: seen.map(shown) };
}

async function look(running: Running, at: number): Promise<Seen> {
  const { heapUsed, heapTotal, external, rss } = await running.askInside<NodeJS.MemoryUsage>('memory');
  const seen = { heap: { at, size: heapUsed }, resident: { at, size: rss }, held: heapTotal, outside: external };
  const { heap, held, outside, resident } = shown(seen);
  console.log(`${at}: ${heap} MB of heap in ${held} MB held for it, ${outside} MB outside, ${resident} MB resident`);
  return seen;
}

const shown = ({ heap, resident, held, outside }: Seen) => ({
  at: heap.at,
  heap: megabytes(heap.size),
  held: megabytes(held),
  outside: megabytes(outside),
  resident: megabytes(resident.size),
});
