import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'undici';
import { median, rounded } from '../measuring/figures.ts';
import { openIssuer } from '../measuring/issuer.ts';
import { machineNow } from '../measuring/machine.ts';
import { processorTime } from '../measuring/processor-time.ts';
import { keepResult } from '../measuring/results.ts';
import { documents, items, listen, supergraphOf } from './small-graph.ts';

// What all protection costs: the front door beside the same planner, execution and transport with nothing around them.
const batch = 400;
const atOnce = 8;
const goal = 1.1;

async function openDoor(kind: 'protected' | 'bare', settings: Record<string, string>) {
  const child = fork(path.join(import.meta.dirname, 'door.ts'), [kind, JSON.stringify(settings)], {
    execArgv: ['--import', 'tsx'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`the ${kind} door did not open (${code})`)));
  });
  return { kind, child, pool: new Pool(new URL(url).origin, { connections: atOnce }) };
}

type Door = Awaited<ReturnType<typeof openDoor>>;

async function ask({ pool }: Door, body: string, token: string): Promise<object> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await pool.request({ path: '/graphql', method: 'POST', headers, body });
  const { data, errors } = (await response.body.json()) as { data?: object; errors?: unknown };
  if (!data || errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
  return data;
}

/** Milliseconds of processor time a request of one batch took. */
async function measure(door: Door, body: string, token: string): Promise<number> {
  const pid = door.child.pid ?? 0;
  const before = processorTime(pid);
  let left = batch;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await ask(door, body, token);
    }),
  );
  return (processorTime(pid) - before) / batch;
}

function settingsOf(
  kind: 'protected' | 'bare',
  folder: string,
  issuer: string,
  subgraphs: Readonly<Record<string, string>>,
): Record<string, string> {
  const place = path.join(folder, kind);
  mkdirSync(place);
  writeFileSync(path.join(place, 'supergraph.graphql'), supergraphOf(kind === 'protected'));
  for (const contract of ['public', 'member', 'partner', 'reporting'])
    writeFileSync(path.join(place, `${contract}.graphql`), 'type Query { books(first: Int): [Book] } type Book { id: ID! }');
  return {
    NODE_ENV: 'production',
    PORT: '0',
    ISSUER: issuer,
    SUBGRAPH_URLS: Object.entries(subgraphs)
      .map((entry) => entry.join('='))
      .join(','),
    SUBGRAPH_IDENTITY_KEYS: Object.keys(subgraphs)
      .map((name) => `${name}=bench:${randomBytes(32).toString('base64url')}`)
      .join(','),
    SITE_DIR: path.join(folder, 'none'),
    // Everybody pays; the bench is rich.
    COST_BUCKET_INTERACTIVE: '1000000000',
    COST_RESTORE_INTERACTIVE: '1000000000',
    // A full machine makes a step take long; what is measured is what it costs.
    REQUEST_TIMEOUT: '30000',
    FETCH_TIMEOUT: '20000',
    ADMISSION_PATIENCE: '30000',
    SUPERGRAPH_FILE: path.join(place, 'supergraph.graphql'),
    CONTRACTS_DIR: place,
  };
}

/** What all protection costs. @returns whether it costs no more than it may */
export async function benchProtection(rounds: number): Promise<boolean> {
  const machine = machineNow();
  const folder = mkdtempSync(path.join(tmpdir(), 'leader-protection-'));
  const [{ url, token }, subgraphs] = await Promise.all([openIssuer(), listen()]);
  const open = (kind: 'protected' | 'bare') => openDoor(kind, settingsOf(kind, folder, url, subgraphs));
  const doors = [await open('protected'), await open('bare')] as const;
  try {
    const results = [];
    for (const size of ['small', 'large'] as const) {
      const body = JSON.stringify({ query: documents[size], variables: { first: items[size] } });
      const [guarded, bare] = await Promise.all(doors.map(async (door) => ask(door, body, await token())));
      if (JSON.stringify(guarded) !== JSON.stringify(bare)) throw new Error('the two doors answer differently');
      for (const door of doors) await measure(door, body, await token());
      const taken: Record<Door['kind'], number[]> = { protected: [], bare: [] };
      for (let round = 0; round < rounds; round += 1)
        for (const door of round % 2 ? [...doors].reverse() : doors) taken[door.kind].push(await measure(door, body, await token()));
      const [on, off] = [median(taken.protected), median(taken.bare)];
      results.push({ answer: `${size}: ${items[size]} items`, on, off, ratio: rounded(on / off, 3), goal });
      console.log(
        `${size}: ${on.toFixed(2)} ms of processor time a request with all protection, ${off.toFixed(2)} ms without: ${(on / off).toFixed(2)} times`,
      );
    }
    keepResult('protection', machine, { batch, rounds, results });
    return results.every(({ ratio }) => ratio <= goal);
  } finally {
    for (const { child, pool } of doors) {
      await pool.close();
      child.disconnect();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
