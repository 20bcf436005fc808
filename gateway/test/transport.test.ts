import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Breaker } from '../src/transport/breaker.ts';
import { RetryBudget } from '../src/transport/retry-budget.ts';
import { eventually } from './support/eventually.ts';
import { library } from './support/library.ts';
import { placesOf, SmallNetwork } from './support/small-network.ts';
import { type Fault, sendJson } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, { BREAKER_WINDOW: '1000' });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const cut: Fault = (request) => void request.socket.destroy();
const saysEcho: Fault = (_request, response) => sendJson(response, 200, { data: { echo: 'again' } });

/** A fault that changes with each request, and how often it was met. */
function one(...faults: readonly Fault[]): { readonly fault: Fault; readonly met: () => number } {
  let met = 0;
  return {
    fault: (request, response, body) => {
      met += 1;
      faults[Math.min(met, faults.length) - 1]?.(request, response, body);
    },
    met: () => met,
  };
}

describe('a question whose connection fails', () => {
  test('is put a second time, and the client never learns of it', async () => {
    const { fault, met } = one(cut, saysEcho);
    network.subgraph('books').fault = fault;
    expect((await network.ask('{ echo }')).data).toEqual({ echo: 'again' });
    expect(met()).toBe(2);
  });

  test('is not put a third time', async () => {
    const { fault, met } = one(cut);
    network.subgraph('books').fault = fault;
    expect(placesOf(await network.ask('{ echo }'))).toEqual(['echo: SUBGRAPH_UNAVAILABLE']);
    expect(met()).toBe(2);
  });

  test('after the first byte of an answer is not put again', async () => {
    const { fault, met } = one((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
      setTimeout(() => request.socket.destroy(), 20);
    }, saysEcho);
    network.subgraph('books').fault = fault;
    expect(placesOf(await network.ask('{ echo }'))).toEqual(['echo: SUBGRAPH_UNAVAILABLE']);
    expect(met()).toBe(1);
  });

  test('that was answered with an error is not put again', async () => {
    const { fault, met } = one((_request, response) => void response.writeHead(503).end('busy'), saysEcho);
    network.subgraph('books').fault = fault;
    expect(placesOf(await network.ask('{ echo }'))).toEqual(['echo: SUBGRAPH_UNAVAILABLE']);
    expect(met()).toBe(1);
  });

  test('and that changes something is never put again: it may have arrived', async () => {
    const { fault, met } = one(cut, (_request, response) => sendJson(response, 200, { data: { addPage: { id: '1' } } }));
    network.subgraph('books').fault = fault;
    expect(placesOf(await network.ask('mutation { addPage(id: "1") { id } }'))).toEqual(['addPage: SUBGRAPH_UNAVAILABLE']);
    expect(met()).toBe(1);
  });

  test('finds a budget that keeps a subgraph in trouble from being asked twice as much', async () => {
    const tired = await SmallNetwork.start(library, { BREAKER_WINDOW: '1000' });
    try {
      const { fault, met } = one(cut);
      tired.subgraph('books').fault = fault;
      for (let round = 0; round < 60; round += 1) await tired.ask('{ echo }');
      // Ten retries saved up, and one for each ten questions.
      expect(met()).toBeGreaterThanOrEqual(60 + 10);
      expect(met()).toBeLessThanOrEqual(60 + 16);
    } finally {
      await tired.close();
    }
  });
});

test('the budget of retries is a tenth of the questions, with a reserve that ends', () => {
  const budget = new RetryBudget(0.1, 2);
  expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
  for (let question = 0; question < 9; question += 1) budget.noteQuestion();
  expect(budget.spend()).toBe(false);
  budget.noteQuestion();
  expect([budget.spend(), budget.spend()]).toEqual([true, false]);
  for (let question = 0; question < 1_000; question += 1) budget.noteQuestion();
  expect([budget.spend(), budget.spend(), budget.spend()]).toEqual([true, true, false]);
});

describe('a client that leaves', () => {
  async function leaveDuring(query: string): Promise<{ wasCut: () => boolean; finish: () => void; later: string[] }> {
    let wasCut = false;
    let finish = () => {};
    let asked = 0;
    network.subgraph('books').fault = (_request, response) => {
      asked += 1;
      response.on('close', () => {
        wasCut = !response.writableFinished;
      });
      finish = () => sendJson(response, 200, { data: { book: { __typename: 'Book', id: '1' }, addPage: { __typename: 'Book', id: '1' } } });
    };
    const leaving = new AbortController();
    const answer = fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    }).catch(() => undefined);
    await eventually(() => asked === 1);
    leaving.abort();
    await answer;
    return { wasCut: () => wasCut, finish: () => finish(), later: network.logged };
  }

  test('takes its question to the subgraph along, and nothing more is asked for it', async () => {
    const { wasCut } = await leaveDuring('{ book(id: "1") { price } }');
    await eventually(wasCut);
    expect(network.fetches).toHaveLength(1);
    expect(network.logged.filter((line) => line.includes('"level":40'))).toEqual([]);
  });

  test('leaves a change of its own to be finished', async () => {
    const { wasCut, finish } = await leaveDuring('mutation { addPage(id: "1") { id } }');
    await pause(150);
    expect(wasCut()).toBe(false);
    finish();
  });
});

describe('a subgraph that fails again and again', () => {
  const title = '{ book(id: "1") { title price } }';
  const window = { BREAKER_WINDOW: '4', BREAKER_FAILURES: '0.5' };
  let watched: SmallNetwork | undefined;
  afterEach(() => watched?.close());

  /** A network of which one subgraph has failed often enough. */
  async function tired(rest: string) {
    watched = await SmallNetwork.start(library, { ...window, BREAKER_REST: rest });
    const { fault, met } = one((_request, response) => void response.writeHead(500).end());
    watched.subgraph('stock').fault = fault;
    for (let round = 0; round < 4; round += 1) await watched.ask(title);
    expect(met()).toBe(4);
    expect(watched.logged.filter((line) => line.includes('nothing is sent to it for a moment'))).toHaveLength(1);
    return { watched, met };
  }

  test('is left alone for a moment, and is told of in the log', async () => {
    const { watched, met } = await tired('600000');
    for (let round = 0; round < 5; round += 1) {
      const answer = await watched.ask(title);
      expect([answer.data, placesOf(answer)]).toEqual([{ book: { title: 'Roots', price: null } }, ['book.price: SUBGRAPH_UNAVAILABLE']]);
    }
    expect(met()).toBe(4);
  });

  test('is asked again when the moment is over', async () => {
    const { watched } = await tired('100');
    watched.subgraph('stock').fault = undefined;
    await pause(150);
    // All at once: one of them goes to see, the others wait for it.
    const answers = await Promise.all(Array.from({ length: 6 }, () => watched.ask(title)));
    expect(answers.map((answer) => answer.data.book.price)).toEqual(Array(6).fill(100));
    expect(watched.logged.filter((line) => line.includes('a subgraph is back'))).toHaveLength(1);
  });

  // One client who asks for too much would take the subgraph away from all the others.
  test('is no such thing while its answers are only too large: whoever asked is told to ask for less', async () => {
    watched = await SmallNetwork.start(library, { ...window, BREAKER_REST: '600000', LARGEST_ANSWER: '1000' });
    const { fault, met } = one((_request, response) => sendJson(response, 200, { data: { _entities: [{ price: 'x'.repeat(2_000) }] } }));
    watched.subgraph('stock').fault = fault;
    for (let round = 1; round <= 6; round += 1) {
      const answer = await watched.ask(title);
      expect([answer.data, placesOf(answer), met()]).toEqual([
        { book: { title: 'Roots', price: null } },
        ['book.price: SUBGRAPH_UNAVAILABLE'],
        round,
      ]);
      expect(answer.errors[0]?.message).toMatch(/too large to be passed on.*shorter pages/);
    }
    watched.subgraph('stock').fault = undefined;
    expect((await watched.ask(title)).data).toEqual({ book: { title: 'Roots', price: 100 } });
  });
});

describe('a breaker', () => {
  const settings = { window: 4, failureRatio: 0.5, rest: 100 };
  function breaker() {
    const clock = { now: 0 };
    const told: string[] = [];
    const sent: string[] = [];
    const it = new Breaker(
      settings,
      (state) => told.push(state),
      () => clock.now,
    );
    const run = (outcome: 'good' | 'bad' | 'not its fault') =>
      it
        .run(
          async () => {
            sent.push(outcome);
            if (outcome !== 'good') throw new Error(outcome);
            return outcome;
          },
          (error) => (error as Error).message === 'bad',
          () => new Error('refused'),
        )
        .catch((error: Error) => error.message);
    return { clock, told, sent, run };
  }

  test('stays closed while fewer fail than it minds', async () => {
    const { run, told } = breaker();
    for (const outcome of ['bad', 'good', 'good', 'good', 'bad', 'good', 'good', 'good'] as const) await run(outcome);
    expect(told).toEqual([]);
  });

  test('decides nothing on few fetches, and nothing on failures that are not the subgraph’s', async () => {
    const { run, told } = breaker();
    for (const outcome of ['bad', 'bad', 'bad'] as const) await run(outcome);
    expect(told).toEqual([]);
    const other = breaker();
    for (let round = 0; round < 20; round += 1) await other.run('not its fault');
    expect(other.told).toEqual([]);
  });

  test('opens, refuses without sending, lets one through after its rest, and opens again when that fails', async () => {
    const { run, told, sent, clock } = breaker();
    for (let round = 0; round < 4; round += 1) await run('bad');
    expect([await run('good'), sent.length, told]).toEqual(['refused', 4, ['open']]);
    clock.now = 100;
    expect(await Promise.all([run('bad'), run('good'), run('good')])).toEqual(['bad', 'refused', 'refused']);
    expect([sent.length, await run('good')]).toEqual([5, 'refused']);
    clock.now = 200;
    expect(await Promise.all([run('good'), run('good'), run('good')])).toEqual(['good', 'good', 'good']);
    expect([sent.length, told]).toEqual([8, ['open', 'closed']]);
  });

  test('learns nothing from a client that leaves while it looks, and lets the next one look', async () => {
    const { run, told, clock } = breaker();
    for (let round = 0; round < 4; round += 1) await run('bad');
    clock.now = 100;
    expect(await Promise.all([run('not its fault'), run('good')])).toEqual(['not its fault', 'good']);
    expect(told).toEqual(['open', 'closed']);
  });
});
