import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Pool } from 'undici';
import { processorTime } from './protection/processor-time.ts';
import { documents, items, listen, supergraphOf } from './protection/small-graph.ts';

// What all protection costs: the front door beside the same planner, execution and transport with nothing around them.
const batch = 400;
const rounds = 15;
const atOnce = 8;
const goal = 1.1;

const folder = mkdtempSync(path.join(tmpdir(), 'leader-protection-'));

async function issuer(): Promise<{ url: string; token: string }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };
  const server = createServer((request, response) => {
    const isKeys = request.url === '/jwks';
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKeys ? jwks : { issuer: url, jwks_uri: `${url}/jwks` }));
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: url,
    aud: 'network-api',
    sub: 'bench',
    client_id: 'bench',
    scope: 'members:read',
    contract: 'internal',
    roles: [],
    class: 'interactive',
  };
  const token = await new SignJWT({ ...claims, iat: now, exp: now + 800 })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
    .sign(privateKey);
  return { url, token };
}

async function openDoor(kind: 'protected' | 'bare', settings: Record<string, string>) {
  const child = fork(path.join(import.meta.dirname, 'protection/door.ts'), [kind, JSON.stringify(settings)], {
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

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const { url, token } = await issuer();
const subgraphs = await listen();
const common = {
  NODE_ENV: 'production',
  PORT: '0',
  ISSUER: url,
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
};
function settingsOf(kind: 'protected' | 'bare'): Record<string, string> {
  const place = path.join(folder, kind);
  mkdirSync(place);
  writeFileSync(path.join(place, 'supergraph.graphql'), supergraphOf(kind === 'protected'));
  for (const contract of ['public', 'member', 'partner', 'reporting'])
    writeFileSync(path.join(place, `${contract}.graphql`), 'type Query { books(first: Int): [Book] } type Book { id: ID! }');
  return { ...common, SUPERGRAPH_FILE: path.join(place, 'supergraph.graphql'), CONTRACTS_DIR: place };
}

const doors = [await openDoor('protected', settingsOf('protected')), await openDoor('bare', settingsOf('bare'))] as const;
try {
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, load: loadavg()[0], node: process.versions.node };
  const results = [];
  for (const size of ['small', 'large'] as const) {
    const body = JSON.stringify({ query: documents[size], variables: { first: items[size] } });
    const [guarded, open] = await Promise.all(doors.map((door) => ask(door, body, token)));
    if (JSON.stringify(guarded) !== JSON.stringify(open)) throw new Error('the two doors answer differently');
    for (const door of doors) await measure(door, body, token);
    const taken: Record<Door['kind'], number[]> = { protected: [], bare: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const door of round % 2 ? [...doors].reverse() : doors) taken[door.kind].push(await measure(door, body, token));
    const [on, off] = [median(taken.protected), median(taken.bare)];
    results.push({ answer: `${size}: ${items[size]} items`, on, off, ratio: Number((on / off).toFixed(3)), goal });
    console.log(
      `${size}: ${on.toFixed(2)} ms of processor time a request with all protection, ${off.toFixed(2)} ms without: ${(on / off).toFixed(2)} times`,
    );
  }
  const day = new Date().toISOString().slice(0, 10);
  const home = path.resolve(import.meta.dirname, '../results');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, `protection-${day}.json`), `${JSON.stringify({ day, machine, batch, rounds, results }, null, 2)}\n`);
  process.exitCode = results.every(({ ratio }) => ratio <= goal) ? 0 : 1;
} finally {
  for (const { child, pool } of doors) {
    await pool.close();
    child.disconnect();
  }
  rmSync(folder, { recursive: true, force: true });
}
