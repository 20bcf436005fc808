import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { AttackSettings } from '../config.ts';
import type { Report } from './report.ts';

const folder = path.resolve(import.meta.dirname, '../../results');

/** Keeps what a full run has shown, with the machine that it ran on. */
export function keepResult(report: Report, said: string, settings: AttackSettings): void {
  const day = new Date().toISOString().slice(0, 10);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
  const { cases, sent, refused, idleBlockMs, worstBlock, worstAmplification, callsOnRefused, violations } = report;
  const numbers = { cases, sent, refused, idleBlockMs, worstBlock, worstAmplification, callsOnRefused };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `attack-${day}.json`),
    `${JSON.stringify({ day, machine, settings, numbers, said: said.split('\n'), violations }, null, 2)}\n`,
  );
}
