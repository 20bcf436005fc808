import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { startThrowAway } from '@leader/local-stack/postgres/throw-away';
import { type GrownNetwork, startGrown } from './grown-network.ts';

// How much dearer a page and a search become when the network grows. All sizes answer side by side in one run.
const sizes = [undefined, 10_000, Number(process.argv[2] ?? 1_000_000)];
const warmUp = 15;
const rounds = 60;

const staff = { sub: 'bench', client_id: 'bench', contract: 'internal', scopes: ['members:read', 'branch:manage'] };
const fields =
  'edges { cursor node { id legalName town department membershipStatus homeBranch { id } } } pageInfo { hasNextPage endCursor }';
const page = (name: string, filter: string, goal: number) => ({ name, document: `{ companies(${filter}) { ${fields} } }`, goal });

/** Goal: how many times the median at the smallest size it may cost. */
const cases = [
  page('first page', 'first: 50', 1.5),
  page('last page', 'last: 50', 1.5),
  page('active members of a branch', 'first: 50, branch: "tarn", membershipStatus: ACTIVE', 1.5),
  page('a department', 'first: 50, department: "81"', 1.5),
  page('search: a rare word', 'first: 20, search: "Cantepau"', 2),
  page('search: a common word', 'first: 20, search: "mécanique"', 2),
  page('search: two words', 'first: 20, search: "mécanique Albi"', 2),
  page('search: a word with a mistake', 'first: 20, search: "Cantepo"', 2),
  page('search: a piece of a number', 'first: 20, search: "8423121"', 2),
];

type Case = (typeof cases)[number];

async function milliseconds(network: GrownNetwork, { name, document }: Case): Promise<number> {
  const began = performance.now();
  const { data, errors } = await network.graph.ask(document, { as: staff });
  const took = performance.now() - began;
  if (errors.length > 0 || data.companies.edges.length === 0)
    throw new Error(`"${name}" found nothing among ${network.companies}: ${JSON.stringify(errors)}`);
  return took;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The sizes take turns, so that a busy moment of the machine falls on all of them. */
async function measure(networks: readonly GrownNetwork[], question: Case): Promise<number[]> {
  const taken = networks.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [place, network] of networks.entries()) {
      const took = await milliseconds(network, question);
      if (round >= warmUp) taken[place]?.push(took);
    }
  }
  return taken.map(median);
}

const folder = mkdtempSync(path.join(tmpdir(), 'leader-growth-'));
const postgres = await startThrowAway();
const networks: GrownNetwork[] = [];
try {
  for (const size of sizes) {
    networks.push(await startGrown(postgres.adminUrl, folder, size));
    console.log(`${networks.at(-1)?.companies} companies are there`);
  }
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
  const counts = networks.map(({ companies }) => companies);
  console.log(['', ...counts.map((count) => `${count}`), 'ratio', 'goal'].join(' | '));
  const results = [];
  for (const question of cases) {
    const medians = await measure(networks, question);
    const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    console.log([question.name, ...medians.map((took) => `${took.toFixed(1)} ms`), ratio.toFixed(2), question.goal].join(' | '));
    results.push({
      case: question.name,
      medians: medians.map((took) => Number(took.toFixed(2))),
      ratio: Number(ratio.toFixed(2)),
      goal: question.goal,
    });
  }
  const day = new Date().toISOString().slice(0, 10);
  const home = path.resolve(import.meta.dirname, '../results');
  mkdirSync(home, { recursive: true });
  writeFileSync(
    path.join(home, `growth-${day}.json`),
    `${JSON.stringify({ day, machine, companies: counts, rounds, results }, null, 2)}\n`,
  );
  process.exitCode = results.every(({ ratio, goal }) => ratio <= goal) ? 0 : 1;
} finally {
  for (const network of networks) await network.stop();
  await postgres.remove();
  rmSync(folder, { recursive: true, force: true });
}
