import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { costRules, costSettings } from '../src/cost/cost-settings.ts';
import { MemoryBucket } from '../src/cost/memory-bucket.ts';
import { whoPays } from '../src/cost/who-pays.ts';
import { anonymous } from '../src/identity/caller.ts';
import { library } from './support/library.ts';
import { type Answer, SmallNetwork } from './support/small-network.ts';
import { sendJson } from './support/small-subgraph.ts';

/** What `{ kind }` costs: the request, the field, the question. */
const kind = 7;
/** A bucket that is not filled again while a test lasts. */
const slow = {
  COST_MODE: 'enforce',
  COST_BUCKET_ANONYMOUS: '100',
  COST_RESTORE_ANONYMOUS: '1',
  COST_BUCKET_INTERACTIVE: '100',
  COST_RESTORE_INTERACTIVE: '1',
};

let network: SmallNetwork;
const start = async (settings: Record<string, string>) => {
  network = await SmallNetwork.start(library, { ...slow, ...settings });
};
afterEach(() => network?.close());

const bearer = async (claims: Record<string, unknown>) => ({ authorization: `Bearer ${await network.issuer.token(claims)}` });
const codes = ({ errors }: Answer) => errors.map(({ extensions }) => extensions.code);

describe('a client that has used up its points', () => {
  test('is told so with 429, when to come back, what it would cost and what is left; nobody is asked', async () => {
    await start({});
    for (let turn = 0; turn < 14; turn += 1) expect((await network.ask('{ kind }')).cost.available).toBe(100 - kind * (turn + 1));
    network.reset();
    const refused = await network.ask('{ kind }');
    expect([refused.status, codes(refused), refused.data]).toEqual([429, ['RATE_LIMITED'], null]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(100);
    expect(refused.errors[0]?.message).toMatch(/You have 1 points left and this request costs 7. Send it again in \d+ s, or ask for less/);
    expect(refused.cost).toEqual({ requested: kind, actual: 1, available: 1, restoreRate: 1 });
    expect([network.fetches, network.costs.map(({ outcome }) => outcome)]).toEqual([[], ['too soon']]);
  });

  test('is refused before its document is even read once there is nothing left, in its own language', async () => {
    await start({ COST_BUCKET_ANONYMOUS: '98' });
    for (let turn = 0; turn < 14; turn += 1) await network.ask('{ kind }');
    const refused = await network.ask('{ this is (no document', { headers: { 'accept-language': 'fr', accept: 'application/json' } });
    expect([refused.status, codes(refused)]).toEqual([429, ['RATE_LIMITED']]);
    expect(refused.errors[0]?.message).toMatch(/Il vous reste 0 points/);
    expect(refused.cost).toEqual({ requested: 1, actual: 0, available: 0, restoreRate: 1 });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('may still ask for what it can afford', async () => {
    await start({});
    for (let turn = 0; turn < 12; turn += 1) await network.ask('{ kind }');
    expect(codes(await network.ask('{ books { author { books { title } } } }'))).toEqual(['RATE_LIMITED']);
    expect((await network.ask('{ kind }')).data).toEqual({ kind: 'NOVEL' });
  });

  test('is answered again when its bucket is full', async () => {
    await start({ COST_BUCKET_ANONYMOUS: '10', COST_RESTORE_ANONYMOUS: '10' });
    let answers = 0;
    let refusals = 0;
    // However long it takes: a bucket that never fills again meets the time-out of the test.
    while (answers < 3 || refusals < 2) {
      if ((await network.ask('{ kind }')).status === 200) answers += 1;
      else refusals += 1;
    }
  });
});

test('two hundred requests at the same moment never take more than the bucket holds', async () => {
  await start({ COST_BUCKET_ANONYMOUS: '350' });
  // What it asks is what it gets: nothing is given back that others could take.
  const all = await Promise.all(Array.from({ length: 200 }, () => network.ask('{ kind }')));
  const paid = all.filter(({ status }) => status === 200);
  // Each refused one may have paid its own point before it came to ask for the rest.
  const spent = all.reduce((sum, { cost }) => sum + cost.actual, 0);
  expect(spent).toBeLessThanOrEqual(350);
  expect(paid.length).toBeGreaterThan(0);
  expect(network.fetches).toHaveLength(paid.length);
  expect(all.filter(({ status }) => status !== 200 && status !== 429)).toEqual([]);
});

test('all or nothing is taken, and what is given back fits in', () => {
  const bucket = new MemoryBucket({ size: 1_000, restoreRate: 1 }, 10);
  const takings = Array.from({ length: 200 }, (_, index) => bucket.take('one', (index % 13) + 1));
  const taken = takings.reduce((sum, { isTaken }, index) => sum + (isTaken ? (index % 13) + 1 : 0), 0);
  expect(taken).toBeGreaterThan(980);
  expect(taken).toBeLessThanOrEqual(1_000);
  const [last] = takings.slice(-1);
  if (!last) throw new Error('nothing was taken');
  expect(bucket.giveBack('one', taken, last).left).toBe(1_000);
  expect(bucket.giveBack('one', taken, last).left).toBe(1_000);
  expect(bucket.take('one', 1_000).isTaken).toBe(true);
  expect(bucket.take('one', 1).isTaken).toBe(false);
});

test('what was spent beyond the bucket is owed until it is full again', () => {
  let now = 0;
  const bucket = new MemoryBucket({ size: 100, restoreRate: 10 }, 10, () => now);
  const taking = bucket.take('one', 60);
  expect(bucket.spend('one', 90)).toEqual({ isTaken: true, left: 0, fullAt: 10_000 });
  expect(bucket.giveBack('one', 30, taking).left).toBe(0);
  expect(bucket.take('one', 1)).toEqual({ isTaken: false, left: 0, fullAt: 10_000 });
  now = 9_999;
  expect(bucket.take('one', 1).isTaken).toBe(false);
  now = 10_000;
  expect(bucket.take('one', 100)).toEqual({ isTaken: true, left: 0, fullAt: 20_000 });
});

test('points that come back when the bucket was filled anew do not make it overflow', () => {
  let now = 0;
  const bucket = new MemoryBucket({ size: 100, restoreRate: 10 }, 10, () => now);
  const taking = bucket.take('one', 100);
  now = 10_000;
  expect(bucket.take('one', 40).left).toBe(60);
  expect(bucket.giveBack('one', 100, taking).left).toBe(60);
  expect(bucket.take('one', 61).isTaken).toBe(false);
});

describe('what a request did not use', () => {
  test('is given back once it is answered', async () => {
    await start({});
    const { cost } = await network.ask('{ search(filter: { longerThan: 100 }) { title } }');
    expect(cost).toEqual({ requested: 12, actual: 8, available: 92, restoreRate: 1 });
    expect(network.costs).toEqual([expect.objectContaining({ outcome: 'paid', requested: 12, actual: 8 })]);
  });

  test('is given back when a subgraph failed as well', async () => {
    await start({});
    network.subgraph('stock').fault = (_request, response) => sendJson(response, 500, {});
    const { cost } = await network.ask('{ books { price } }');
    expect([cost.requested, cost.actual, cost.available]).toEqual([22, 1 + 1 + 3 + 10 + 3, 82]);
  });

  test('and what it used beyond what was thought is taken', async () => {
    await start({});
    network.subgraph('books').fault = (_request, response) =>
      sendJson(response, 200, {
        data: { books: Array.from({ length: 50 }, (_, index) => ({ __typename: 'Book', id: String(index), title: 'x' })) },
      });
    const { cost } = await network.ask('{ books { title } }');
    expect(cost).toEqual({ requested: 12, actual: 57, available: 43, restoreRate: 1 });
  });
});

describe('whose points they are', () => {
  test('each person’s at each client; a new token does not fill the bucket', async () => {
    await start({});
    const available = async (claims: Record<string, unknown>) =>
      (await network.ask('{ kind }', { headers: await bearer(claims) })).cost.available;
    expect(await available({ sub: 'ada', client_id: 'page' })).toBe(93);
    expect(await available({ sub: 'ada', client_id: 'page' })).toBe(86);
    expect(await available({ sub: 'ada', client_id: 'tool' })).toBe(93);
    expect(await available({ sub: 'bob', client_id: 'page' })).toBe(93);
    expect(await available({ sub: 'page"],["ada', client_id: 'x' })).toBe(93);
  });

  test('the class of the token says how many', async () => {
    await start({ COST_BUCKET_PARTNER: '5000', COST_RESTORE_PARTNER: '50', COST_BUCKET_BATCH: '3000', COST_RESTORE_BATCH: '30' });
    const cost = async (claims: Record<string, unknown>) => (await network.ask('{ kind }', { headers: await bearer(claims) })).cost;
    expect(await cost({ class: 'partner' })).toMatchObject({ available: 4_993, restoreRate: 50 });
    expect(await cost({ class: 'batch' })).toMatchObject({ available: 2_993, restoreRate: 30 });
    expect(await cost({ class: 'interactive' })).toMatchObject({ available: 93, restoreRate: 1 });
  });

  test('without a token they are those of the address, whatever a header says about another', async () => {
    await start({});
    const from = (address: string) => network.ask('{ kind }', { headers: { 'x-forwarded-for': address } });
    expect((await from('203.0.113.1')).cost.available).toBe(93);
    expect((await from('203.0.113.2')).cost.available).toBe(86);
  });

  test('a proxy that is trusted is believed', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
    const from = (address: string) => network.ask('{ kind }', { headers: { 'x-forwarded-for': address } });
    expect((await from('203.0.113.1')).cost.available).toBe(93);
    expect((await from('203.0.113.2')).cost.available).toBe(93);
    // The address before the last was not told by the proxy, but by whoever asked it.
    expect((await from('198.51.100.9, 203.0.113.2')).cost.available).toBe(86);
  });

  test.each([
    ['192.0.2.7', '["192.0.2.7"]'],
    ['::ffff:192.0.2.7', '["192.0.2.7"]'],
    ['2001:db8:1:2:3:4:5:6', '["2001:db8:1:2"]'],
    ['2001:DB8:1:2::9', '["2001:db8:1:2"]'],
    ['2001:db8::9', '["2001:db8:0:0"]'],
    ['fe80::1%eth0', '["fe80:0:0:0"]'],
    ['::1', '["0:0:0:0"]'],
  ])('of an address only what one holder has: %s', (address, key) => {
    expect(whoPays(anonymous, address)).toBe(key);
  });
});

describe('a flood from ever new addresses', () => {
  const leftFor = (bucket: MemoryBucket, clients: readonly string[]) => clients.map((client) => bucket.take(client, 1).left);

  test('is told apart up to a number, and shares one bucket beyond it', () => {
    const bucket = new MemoryBucket({ size: 10, restoreRate: 1 }, 3);
    expect(leftFor(bucket, ['a', 'b', 'c', 'd', 'e', 'a', 'f'])).toEqual([9, 9, 9, 9, 8, 8, 7]);
  });

  test('makes room again when buckets are full again', () => {
    let now = 0;
    const bucket = new MemoryBucket({ size: 10, restoreRate: 1 }, 2, () => now);
    expect(leftFor(bucket, ['a'])).toEqual([9]);
    now = 5_000;
    expect(leftFor(bucket, ['b', 'c', 'd'])).toEqual([9, 9, 8]);
    now = 10_000;
    expect(leftFor(bucket, ['c', 'b'])).toEqual([7, 8]);
    now = 15_000;
    expect(leftFor(bucket, ['c', 'b', 'd'])).toEqual([9, 9, 9]);
  });

  test('leaves those who are known their points', async () => {
    await start({ COST_CLIENTS: '2', TRUSTED_PROXIES: '127.0.0.1' });
    const from = async (address: string) => (await network.ask('{ kind }', { headers: { 'x-forwarded-for': address } })).cost.available;
    expect([await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([93, 93]);
    expect([await from('192.0.2.3'), await from('192.0.2.4')]).toEqual([93, 86]);
    expect(await from('192.0.2.1')).toBe(86);
  });
});

describe('a gateway that only measures', () => {
  test('refuses nobody, and writes down whom it would have refused', async () => {
    await start({ COST_MODE: 'measure', COST_BUCKET_ANONYMOUS: '10' });
    expect((await network.ask('{ kind }')).cost).toEqual({ requested: 7, actual: 7, available: 3, restoreRate: 1 });
    const { status, data, cost } = await network.ask('{ books { title } }');
    expect([status, data.books.length, cost.requested, cost.actual]).toEqual([200, 3, 12, 10]);
    expect(network.costs.map(({ outcome }) => outcome)).toEqual(['paid', 'over']);
    const lines = network.logged.filter((line) => line.includes('costs more than there is')).map((line) => JSON.parse(line));
    expect(lines).toEqual([expect.objectContaining({ outcome: 'over', client: 'anonymous', requested: 12 })]);
  });

  test('is what one gets elsewhere than in production, unless one says otherwise', () => {
    const settings = z.object(costSettings).parse({});
    expect([costRules(settings, true).mode, costRules(settings, false).mode]).toEqual(['enforce', 'measure']);
    expect(costRules({ ...settings, COST_MODE: 'measure' }, true).mode).toBe('measure');
  });
});
