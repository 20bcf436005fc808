import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import { FaultyNetwork } from '../src/faulty-network.ts';
import { type Fault, FaultyProxy } from '../src/faulty-proxy.ts';
import { randomFrom } from '../src/random.ts';
import { tryFault, type Workload } from '../src/try-faults.ts';
import { workloads } from '../src/workloads.ts';

test('the same seed breaks things in the same way', () => {
  const [one, same, other] = [randomFrom(7), randomFrom(7), randomFrom(8)];
  const few = (random: () => number) => Array.from({ length: 5 }, random);
  const first = few(one);
  expect(few(same)).toEqual(first);
  expect(few(other)).not.toEqual(first);
});

describe('a faulty proxy', () => {
  const server = createServer((_request, response) => void response.end('a whole answer'));
  let proxy: FaultyProxy;
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxy = new FaultyProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, randomFrom(1));
    url = await proxy.listen();
  });
  afterAll(async () => {
    await proxy.close();
    server.close();
  });
  const ask = async (patience = 30_000) => (await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) })).text();

  test('passes everything on while all is well, and is late when it is to be late', async () => {
    expect(await ask()).toBe('a whole answer');
    proxy.suffer('latency');
    expect(await ask()).toBe('a whole answer');
  });

  test.each<Fault>(['refuse', 'drip', 'hang', 'cut', 'reset', 'garbage', 'redirect'])('%s: no whole answer', async (fault) => {
    proxy.suffer(fault);
    await expect(ask(1_000)).rejects.toThrow();
    proxy.suffer(undefined);
    expect(await ask()).toBe('a whole answer');
  });
});

describe('the network', () => {
  let stack: Stack;
  let network: FaultyNetwork;
  let question: Workload;
  beforeAll(async () => {
    stack = await startTestStack('chaos', { logLevel: 'warn', without: ['gateway'] });
    network = await FaultyNetwork.start(stack, 1);
    [question] = (await workloads()) as [Workload];
  });
  afterAll(async () => {
    await network?.close();
    await stack?.close();
  });

  test.each<[Fault, 'accelerator' | 'membership']>([
    ['hang', 'accelerator'],
    ['cut', 'membership'],
    ['huge', 'accelerator'],
  ])('that suffers %s before %s answers in time, says what is lost, shows nothing of itself, and is well again', async (fault, service) => {
    const { violations, unaffected, kept } = await tryFault(network, question, service, fault);
    expect(violations).toEqual([]);
    expect(unaffected).toBeGreaterThan(100);
    expect(kept / unaffected).toBeGreaterThanOrEqual(0.999);
  });
});
