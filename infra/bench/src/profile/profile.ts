import { readFileSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withOurGateway } from '../gateway/alone.ts';
import { openInside, type Running } from '../gateway/contenders/start.ts';
import { operationNames } from '../gateway/graph/operations.ts';
import { Judge } from '../gateway/load/answers.ts';
import { sendLoad } from '../gateway/load/load.ts';
import { mostConnections } from '../gateway/passes.ts';
import { resultsFolder } from '../measuring/results.ts';
import { type Frame, groupOf, type Share, sharesOf } from './grouping.ts';

const shown = { groups: 25, functions: 30 };

/** Says where the time of our gateway goes, for each operation, and keeps the profiles for the tools of a browser. */
export async function profileGateway(seconds: number): Promise<void> {
  await withOurGateway({ connections: mostConnections, flags: openInside }, async (running, setting) => {
    const asked = { pid: running.pid, poster: running.poster, judge: new Judge(setting.right), headers: () => setting.headers() };
    for (const operation of operationNames) {
      const load = { operation, variety: 'varying', atOnce: mostConnections } as const;
      await sendLoad(asked, { ...load, seconds: 2, requests: 1_000 });
      await running.askInside('start profile');
      const { cpu, requests } = await sendLoad(asked, { ...load, seconds });
      const profile = await running.askInside<Profiler.Profile>('stop profile');
      const file = path.join(resultsFolder, `${operation}.cpuprofile`);
      writeFileSync(file, JSON.stringify(profile));
      console.log(
        `\n## ${operation}: ${requests} requests, ${cpu.toFixed(2)} ms of processor time each, the profiling included; ${file}\n`,
      );
      tell(profile, running);
    }
  });
}

function tell(profile: Profiler.Profile, { folder }: Running): void {
  const times = ownTimes(profile, sourceOf(path.join(folder, 'gateway.mjs')));
  print(sharesOf(times, groupOf).slice(0, shown.groups));
  console.log('');
  const named = ({ functionName, url, lineNumber }: Frame) =>
    `${functionName || '(nameless)'}  ${url.replace(/^.*\/(node_modules|gateway|services)\//, '')}:${lineNumber + 1}`;
  print(sharesOf(times, named).slice(0, shown.functions));
}

function print(shares: readonly Share[]): void {
  for (const { name, share } of shares) console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${name}`);
}

/** Own time of each function, in microseconds. */
function ownTimes(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  source: (frame: Frame) => Frame,
): (readonly [Frame, number])[] {
  const spent = new Map<number, number>();
  for (const [at, id] of samples.entries()) spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  return nodes.flatMap(({ id, callFrame }) => {
    const time = spent.get(id);
    return time === undefined ? [] : [[source(callFrame), time] as const];
  });
}

/** Places of the built file, as places of its sources. */
function sourceOf(builtFile: string): (frame: Frame) => Frame {
  const map = new SourceMap(JSON.parse(readFileSync(`${builtFile}.map`, 'utf8')));
  return (frame) => {
    if (!frame.url.startsWith('file:') || fileURLToPath(frame.url) !== builtFile) return frame;
    const entry = map.findEntry(frame.lineNumber, frame.columnNumber);
    if (!('originalSource' in entry)) return frame;
    return { ...frame, url: path.resolve(path.dirname(builtFile), entry.originalSource), lineNumber: entry.originalLine };
  };
}
