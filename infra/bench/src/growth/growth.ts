import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startThrowAway } from '@leader/local-stack/postgres/throw-away';
import { median, rounded } from '../measuring/figures.ts';
import { machineNow } from '../measuring/machine.ts';
import { memoryOf } from '../measuring/processor-time.ts';
import { keepResult } from '../measuring/results.ts';
import { type GrownNetwork, grow, serve } from './grown-network.ts';
import { type Question, questions } from './questions.ts';

// How much dearer a page and a search become when the network grows. All sizes answer side by side in one run.
const warmUp = 15;

const staff = { sub: 'bench', client_id: 'bench', contract: 'internal', scopes: ['members:read', 'branch:manage'] };

async function milliseconds(network: GrownNetwork, { name, document }: Question): Promise<number> {
  const began = performance.now();
  const { data, errors } = await network.graph.ask(document, { as: staff });
  const took = performance.now() - began;
  if (errors.length > 0 || data.companies.edges.length === 0)
    throw new Error(`"${name}" found nothing among ${network.companies}: ${JSON.stringify(errors)}`);
  return took;
}

/** The sizes take turns, so that a busy moment of the machine falls on all of them. */
async function measure(networks: readonly GrownNetwork[], question: Question, rounds: number): Promise<number[]> {
  const taken = networks.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [place, network] of networks.entries()) {
      const took = await milliseconds(network, question);
      if (round >= warmUp) taken[place]?.push(took);
    }
  }
  return taken.map(median);
}

/** Asks networks of several sizes, the smallest first. */
export async function compareSizes(networks: readonly GrownNetwork[], rounds: number): Promise<boolean> {
  const machine = machineNow();
  const counts = networks.map(({ companies }) => companies);
  console.log(['', ...counts.map((count) => `${count}`), 'ratio', 'goal'].join(' | '));
  const results = [];
  for (const question of questions) {
    const medians = await measure(networks, question, rounds);
    const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    console.log([question.name, ...medians.map((took) => `${took.toFixed(1)} ms`), ratio.toFixed(2), question.goal].join(' | '));
    results.push({ case: question.name, medians: medians.map((took) => rounded(took)), ratio: rounded(ratio), goal: question.goal });
  }
  const peakMegabytes = networks.map(({ pid }) => memoryOf(pid).peak);
  console.log(['peak memory', ...peakMegabytes.map((one) => `${one} MB`)].join(' | '));
  keepResult('growth', machine, { companies: counts, rounds, results, peakMegabytes });
  return results.every(({ ratio, goal }) => ratio <= goal);
}

/**
 * The directory at the size of the story, at 10,000 companies and at `largest`.
 *
 * @returns whether no page and no search became dearer than it may
 */
export async function benchGrowth(rounds: number, largest: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leader-growth-'));
  const postgres = await startThrowAway();
  const networks: GrownNetwork[] = [];
  try {
    for (const size of [undefined, ...new Set([Math.min(10_000, largest), largest])]) {
      const began = performance.now();
      networks.push(await serve(await grow(postgres.adminUrl, folder, size), folder, size));
      console.log(`${networks.at(-1)?.companies} companies are there after ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    }
    return await compareSizes(networks, rounds);
  } finally {
    for (const network of networks) await network.stop();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
