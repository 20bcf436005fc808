import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, {
    METRICS_PORT: '0',
    ADMISSION_CONCURRENCY: '1',
    ADMISSION_QUEUE: '1',
    BREAKER_WINDOW: '2',
    BREAKER_REST: '60000',
  });
});
afterAll(() => network?.close());

async function read(): Promise<string> {
  const response = await fetch(network.metricsUrl);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
  return response.text();
}

/** The value of one series, 0 when it is not there. */
function value(figures: string, series: string): number {
  const line = figures.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}

/** By how much series grew while something happened. Counted when the answer is over, so a look may come a moment too early. */
async function grown(happens: () => Promise<unknown>, ...series: string[]): Promise<number[]> {
  const before = await read();
  await happens();
  const difference = async () => {
    const after = await read();
    return series.map((one) => value(after, one) - value(before, one));
  };
  await eventually(async () => (await difference()).every((one) => one !== 0));
  return difference();
}

const requests = (outcome: string, serviceClass: string) => `gateway_requests_total{outcome="${outcome}",class="${serviceClass}"}`;
const fetches = (subgraph: string, outcome: string) => `gateway_fetches_total{subgraph="${subgraph}",outcome="${outcome}"}`;

test('figures are not at the door where clients come in', async () => {
  expect((await fetch(`${network.url}/metrics`)).status).toBe(404);
  expect((await fetch(network.metricsUrl.replace('/metrics', '/elsewhere'))).status).toBe(404);
  expect((await fetch(network.metricsUrl, { method: 'POST' })).status).toBe(404);
});

test('a request is counted by what became of it and by the class of its token', async () => {
  const batch = { authorization: `Bearer ${await network.issuer.token({ class: 'batch' })}` };
  const refused = async () => {
    await network.ask('{ nothing }');
    await network.post('{');
    await network.ask('{ echo }', { headers: { authorization: 'Bearer nonsense' } });
  };
  expect(await grown(() => network.ask('{ echo }'), requests('OK', 'interactive'))).toEqual([1]);
  expect(await grown(() => network.ask('{ echo }', { headers: batch }), requests('OK', 'batch'))).toEqual([1]);
  expect(
    await grown(
      refused,
      requests('BAD_USER_INPUT', 'interactive'),
      requests('BAD_USER_INPUT', 'unknown'),
      requests('UNAUTHENTICATED', 'unknown'),
    ),
  ).toEqual([1, 1, 1]);
});

test('fetches are counted by subgraph and end, retries too, and plans by whether they were found', async () => {
  const ask = () => network.ask('{ book(id: "1") { title price } }');
  expect(
    await grown(ask, fetches('books', 'answered'), fetches('stock', 'answered'), 'gateway_plan_lookups_total{outcome="made"}'),
  ).toEqual([1, 1, 1]);
  expect(await grown(ask, 'gateway_plan_lookups_total{outcome="found"}', 'gateway_fetch_seconds_count{subgraph="stock"}')).toEqual([1, 1]);
  let met = 0;
  network.subgraph('books').fault = (request, response) => {
    met += 1;
    if (met === 1) request.socket.destroy();
    else sendJson(response, 200, { data: { echo: 'again' } });
  };
  expect(await grown(() => network.ask('{ echo }'), 'gateway_retries_total{subgraph="books"}')).toEqual([1]);
  network.reset();
});

test('a subgraph that is left alone is seen, and what was lost with it', async () => {
  network.subgraph('stock').fault = (_request, response) => void response.writeHead(500).end();
  const often = async () => {
    for (let round = 0; round < 3; round += 1) await network.ask('{ book(id: "1") { title price } }');
  };
  const seen = ['gateway_subgraph_left_alone{subgraph="stock"}', fetches('stock', 'unavailable'), fetches('stock', 'left alone')];
  const [leftAlone, unavailable = 0, unsent = 0] = await grown(often, ...seen);
  expect([leftAlone, unavailable + unsent]).toEqual([1, 3]);
  expect(value(await read(), 'gateway_subgraph_left_alone{subgraph="books"}')).toBe(0);
  await eventually(async () => value(await read(), requests('PARTIAL', 'interactive')) === 3);
});

test('a full house is seen: who is inside, who waits, who was refused, who left', async () => {
  const answers: (() => void)[] = [];
  network.subgraph('books').fault = (_request, response) => void answers.push(() => sendJson(response, 200, { data: { echo: 'late' } }));
  const leaving = new AbortController();
  const stays = network.ask('{ echo }');
  const inside = async () => value(await read(), 'gateway_admission_requests{state="running"}');
  await eventually(async () => (await inside()) === 1);
  const leaves = fetch(`${network.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ echo }"}',
    signal: leaving.signal,
  }).catch(() => 'left');
  await eventually(async () => value(await read(), 'gateway_admission_requests{state="waiting"}') === 1);
  const refused = ['gateway_admission_refused_total{class="interactive"}', requests('OVERLOADED', 'interactive')];
  expect(await grown(() => network.ask('{ echo }'), ...refused)).toEqual([1, 1]);
  expect(await grown(async () => leaving.abort(), requests('ABANDONED', 'interactive'))).toEqual([1]);
  expect(await leaves).toBe('left');
  for (const answer of answers) answer();
  expect((await stays).data).toEqual({ echo: 'late' });
  network.reset();
});

test('the supergraph in use is named by its hash in the figures and to whoever asks for health, with its age and whether it is behind', async () => {
  const health = async () => (await (await fetch(`${network.url}/health/ready`)).json()) as { supergraph: string };
  const { supergraph } = await health();
  expect(supergraph).toMatch(/^[0-9a-f]{12}$/);
  expect(value(await read(), `gateway_supergraph_info{hash="${supergraph}"}`)).toBe(1);
  expect(value(await read(), 'gateway_supergraph_age_seconds')).toBeGreaterThan(0);
  expect(value(await read(), 'gateway_supergraph_behind')).toBe(0);

  const file = join(network.folder, 'supergraph.graphql');
  const sdl = await readFile(file, 'utf8');
  await writeFile(file, 'type Query { nonsense: Nothing }');
  await eventually(async () => value(await read(), 'gateway_supergraph_behind') === 1);
  await writeFile(file, `${sdl}\n# a newer one\n`);
  await eventually(async () => (await health()).supergraph !== supergraph);
  const figures = await read();
  expect(figures.match(/gateway_supergraph_info\{/g)).toHaveLength(1);
  expect(value(figures, 'gateway_supergraph_behind')).toBe(0);
});

test('figures tell how the process is, and nothing that a client wrote', async () => {
  await network.ask('query VerySecretName { echo(text: "very secret") }');
  const figures = await read();
  expect(figures).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  expect(figures).toMatch(/process_resident_memory_bytes \d/);
  expect(figures).not.toMatch(/secret|person-1|console|127\.0\.0\.1|echo/i);
});

test('without a port of their own figures are nowhere', async () => {
  const silent = await SmallNetwork.start(library);
  expect(() => silent.metricsUrl).toThrow('no figures');
  await silent.close();
});
