import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { systemEnvironment } from './config.ts';

const starter = path.resolve(import.meta.dirname, '../bin/start.mjs');
const sites = ['console', 'graphiql'].map((client) => path.resolve(import.meta.dirname, `../../../clients/${client}/dist`));
const results = path.resolve(import.meta.dirname, '../results');
const rounds = 3;
const goals = { first: 25, later: 10 };

/** Seconds from the command to the ready line; then the stack is stopped as by Ctrl-C. */
async function secondsToReady(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [starter], {
    // A temporary folder of its own: compiled TypeScript of earlier runs would make a first start look faster than it is.
    env: { ...systemEnvironment(), PORT: '0', DATA_DIR: path.join(folder, 'data'), TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let seconds: number | undefined;
  child.stdout.on('data', (text) => {
    said += text;
    if (seconds !== undefined || !/^ready {2}/m.test(said)) return;
    seconds = (performance.now() - began) / 1000;
    child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (seconds === undefined || code !== 0) throw new Error(`The stack did not start and stop as it should (code ${code}):\n${said}`);
  return seconds;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const first: number[] = [];
const later: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const folder = mkdtempSync('/tmp/leader-measure-');
  chmodSync(folder, 0o711);
  // What browsers are served is built by a first start too.
  for (const site of sites) rmSync(site, { recursive: true, force: true });
  try {
    first.push(await secondsToReady(folder));
    later.push(await secondsToReady(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const shown = (numbers: readonly number[]) => numbers.map((number) => number.toFixed(1)).join(', ');
console.log(`${availableParallelism()} cores (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}`);
console.log(`first start of an installed tree: median ${median(first).toFixed(1)} s of ${shown(first)} (goal ${goals.first} s)`);
console.log(`later starts:                     median ${median(later).toFixed(1)} s of ${shown(later)} (goal ${goals.later} s)`);
const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
const day = new Date().toISOString().slice(0, 10);
mkdirSync(results, { recursive: true });
writeFileSync(path.join(results, `start-${day}.json`), `${JSON.stringify({ day, machine, seconds: { first, later }, goals }, null, 2)}\n`);
process.exitCode = median(first) <= goals.first && median(later) <= goals.later ? 0 : 1;
