import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';
import { FaultyNetwork } from '../src/faulty-network.ts';
import { tryChange } from '../src/try-changes.ts';
import { type Sufferer, tryFault, type Workload } from '../src/try-faults.ts';
import { workloads } from '../src/workloads.ts';
import { openStockGateway } from './stand-in/stock-gateway.ts';

let stack: Stack;
let network: FaultyNetwork;
let question: Workload;
beforeAll(async () => {
  stack = await startTestStack('teeth', { logLevel: 'warn', without: ['gateway'] });
  network = await FaultyNetwork.start(stack, 1);
  [question] = (await workloads()) as [Workload];
});
afterAll(async () => {
  await network?.close();
  await stack?.close();
});

/** The network with one thing about it that is not as it should be. */
const spoilt = (flaw: Partial<Sufferer>): Sufferer => ({
  suffer: (...what) => network.suffer(...what),
  ask: (...what) => network.ask(...what),
  secrets: network.secrets,
  ...flaw,
});

describe('the gateway library with its own fetcher', () => {
  let stock: FaultyNetwork;
  beforeAll(async () => {
    // It would hang for ever: what has not come by then does not come.
    stock = await FaultyNetwork.start(stack, 1, openStockGateway, 3_000);
  });
  afterAll(() => stock?.close());

  test('is caught waiting for ever, and losing parts without a word', async () => {
    const hanging = await tryFault(stock, question, 'accelerator', 'hang');
    expect(hanging.violations).toContain('no answer came in time');
    const away = await tryFault(stock, question, 'accelerator', 'refuse');
    expect(away.violations.join()).toContain('null without an error');
  });
});

describe('a fault of our own is caught that', () => {
  test('answers with another status', async () => {
    const { violations } = await tryFault(
      spoilt({
        ask: async (...what) => {
          const heard = await network.ask(...what);
          return heard && heard.errors.length > 0 ? { ...heard, status: 502 } : heard;
        },
      }),
      question,
      'accelerator',
      'reset',
    );
    expect(violations).toContain('status 502');
  });

  test('is not well again', async () => {
    const { violations } = await tryFault(
      spoilt({ suffer: (service, fault) => fault && network.suffer(service, fault), looks: 5 }),
      question,
      'accelerator',
      'reset',
    );
    network.suffer('accelerator', undefined);
    expect(violations).toContain('it is not well again after the fault');
  });

  test('takes more than the subgraph had a part in', async () => {
    let isSuffering = false;
    const outcome = await tryFault(
      spoilt({
        suffer: (service, fault) => {
          isSuffering = fault === 'reset';
          network.suffer(service, fault);
        },
        ask: async (...what) => {
          const heard = await network.ask(...what);
          return isSuffering && heard ? { ...heard, data: null } : heard;
        },
      }),
      question,
      'accelerator',
      'reset',
    );
    expect(outcome.kept).toBe(0);
    expect(outcome.unaffected).toBeGreaterThan(100);
  });

  test('makes a repeated change twice', async () => {
    let sent = 0;
    const violations = await tryChange(
      spoilt({
        ask: (query, variables, persona) => {
          const { input } = variables as { input?: { idempotencyKey: string } };
          sent += 1;
          const another = input && { input: { ...input, idempotencyKey: `${input.idempotencyKey}-${sent}` } };
          return network.ask(query, another ?? variables, persona);
        },
      }),
      'latency',
      'made-twice',
    );
    expect(violations).toContainEqual(expect.stringMatching(/^the change was made [23] times$/));
  });
});

test.each(['cut', 'hang', 'latency'] as const)(
  'a change that suffers %s on its way is made once, and told the same whenever it is sent again',
  async (fault) => {
    expect(await tryChange(network, fault, `once-${fault}`)).toEqual([]);
  },
);
