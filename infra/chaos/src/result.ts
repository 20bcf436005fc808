import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../results');

/** Keeps what a run has shown, with the machine that it ran on. */
export function keepResult(said: readonly string[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `chaos-${day}.json`), `${JSON.stringify({ day, machine, said }, null, 2)}\n`);
}
