import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { deliver } from '../../src/events/deliver.ts';
import { release, replay } from '../../src/events/delivery-book.ts';
import { outboxStatus } from '../../src/events/event-status.ts';
import { type Subscription, subscription } from '../../src/events/inbox.ts';
import { appendEvents } from '../../src/events/outbox.ts';
import { startRelay } from '../../src/events/relay.ts';
import { eventHeader, signDelivery } from '../../src/identity/event-token.ts';
import { identityHeader, signIdentity } from '../../src/identity/identity-token.ts';
import { openLog } from '../../src/log/log.ts';
import { completeAsOf } from '../../src/postgres/dated-copy.ts';
import { inTransaction } from '../../src/postgres/transactions.ts';
import type { RunningServer } from '../../src/server/subgraph-server.ts';
import { openTestDatabase, type TestDatabase } from '../../src/testing/test-database.ts';
import { claimsFor, testIdentityKey } from '../../src/testing/test-subgraph.ts';
import { newId } from '../../src/values/ids.ts';
import { findings, isFaultless } from './findings.ts';
import { eventKey, receiverAt, startReadingRoom } from './reading-room.ts';
import {
  CreateLibrary1700000000010,
  CreateReadingRoom1700000000011,
  enterEffect,
  fill,
  libraryWrites,
  publication,
  readingRoom,
  shelves,
} from './stand-in/library.ts';
import { quick } from './stand-in/quick.ts';

const [attic = '', cellar = ''] = shelves;
const log = openLog('library', 'silent');

let library: TestDatabase;
let reader: TestDatabase;
let room: RunningServer | undefined;
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  library = await openTestDatabase({ name: 'library', rows: [], migrations: [CreateLibrary1700000000010] });
  reader = await openTestDatabase({ name: 'reading-room', rows: [], migrations: [CreateReadingRoom1700000000011] });
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  await room?.close();
  room = undefined;
  await library.drop();
  await reader.drop();
});

const writes = () => libraryWrites(library.database);
const relayTo = (url: string) => {
  const stop = startRelay({ database: library.database, sender: 'library', receivers: [receiverAt({ url })], log, pace: quick });
  stops.push(stop);
  return stop;
};
const state = async () => (await outboxStatus(library.database))[0];
const check = () => findings(library.database, reader.database);

/** Waits until something is so; a test that waits in vain ends by jest's own patience. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 15));
}
const allDelivered = () => until(async () => (await state())?.waiting === 0 && (await state())?.held === 0);

async function opened(subscriptions?: readonly Subscription[]) {
  room = await startReadingRoom(reader.database, subscriptions ? { subscriptions } : {});
  return room.url;
}

const refusingAttic = (isRefusing: () => boolean) =>
  subscription({
    sender: 'library',
    type: 'ShelfFilled',
    version: 1,
    body: z.object({ change: z.uuid(), books: z.number().int() }),
    effect: async (sql, event, body) => {
      if (event.aggregate.id === attic && isRefusing()) throw new Error('the attic is locked');
      await enterEffect(sql, event, body);
    },
  });

describe('what happened in one service', () => {
  test('is done once in the other, in order, and the other knows until when it knows everything', async () => {
    relayTo(await opened());
    for (let time = 0; time < 3; time += 1) await Promise.all(shelves.map((shelf) => fill(writes(), shelf)));
    await allDelivered();
    await until(async () => (await completeAsOf(reader.database, 'library')) !== null);
    const found = await check();
    expect(found).toMatchObject({ committed: 24, told: 24, processed: 24 });
    expect(isFaultless(found)).toBe(true);
  });

  test('waits while the other is stopped, holds up no write, and comes when it is back', async () => {
    const url = await opened();
    const port = Number(new URL(url).port);
    await room?.close();
    relayTo(url);
    await Promise.all(shelves.map((shelf) => fill(writes(), shelf)));
    await until(async () => ((await state())?.failures ?? 0) > 2);
    expect(await state()).toMatchObject({ waiting: 8, held: 0, lastFailure: 'it cannot be reached: ECONNREFUSED' });
    room = await startReadingRoom(reader.database, { port });
    await allDelivered();
    expect(isFaultless(await check())).toBe(true);
    expect(await state()).toMatchObject({ failures: 0, lastFailure: null, oldestSeconds: null });
  });

  test('reaches a receiver that begins later from the beginning on', async () => {
    for (const shelf of [attic, attic, cellar]) await fill(writes(), shelf);
    relayTo(await opened());
    await until(async () => (await check()).processed === 3);
    expect(isFaultless(await check())).toBe(true);
  });

  test('changes nothing when it is told again from any point', async () => {
    relayTo(await opened());
    for (const shelf of [attic, attic, cellar]) await fill(writes(), shelf);
    await allDelivered();
    expect(await replay(library.database, 'reading-room', 0)).toBe(true);
    await allDelivered();
    expect(await replay(library.database, 'reading-room', 2)).toBe(true);
    await allDelivered();
    expect(await check()).toMatchObject({ processed: 3, doubled: 0 });
    expect(await replay(library.database, 'nobody', 0)).toBe(false);
  });

  test('is told by one process at a time, and by the next one when that stops', async () => {
    const url = await opened();
    const first = relayTo(url);
    relayTo(url);
    await fill(writes(), attic);
    await allDelivered();
    await first();
    await fill(writes(), attic);
    await allDelivered();
    expect(isFaultless(await check())).toBe(true);
  });
});

describe('an event that cannot be taken', () => {
  test('is tried again, then waits for a person with those behind it, while all others pass', async () => {
    let isLocked = true;
    relayTo(await opened([refusingAttic(() => isLocked)]));
    for (const shelf of [attic, cellar, attic, cellar]) await fill(writes(), shelf);
    await until(async () => (await state())?.parked.length === 1);
    expect(await check()).toMatchObject({ processed: 2, lost: 2 });
    expect(await state()).toMatchObject({ held: 2, waiting: 0 });
    expect((await state())?.parked[0]).toMatchObject({
      type: 'ShelfFilled',
      attempts: 3,
      refusal: 'its effect failed: see the log of the receiver',
    });

    await fill(writes(), attic);
    await fill(writes(), cellar);
    await until(async () => (await check()).processed === 3);
    isLocked = false;
    expect(await release(library.database, 'reading-room')).toBe(1);
    await allDelivered();
    expect(isFaultless(await check())).toBe(true);
  });

  test('is refused by another version or another shape, in words that quote nothing of it', async () => {
    const [first] = readingRoom as readonly [Subscription];
    relayTo(await opened([{ ...first, version: 2 }]));
    await fill(writes(), attic);
    await until(async () => (await state())?.parked.length === 1);
    expect((await state())?.parked[0]?.refusal).toBe('ShelfFilled is known here in version 2, not 1');
  });

  test('is taken and forgotten when nobody listens to its type', async () => {
    const [first] = readingRoom as readonly [Subscription];
    relayTo(await opened([{ ...first, type: 'ShelfBurnt' }]));
    await fill(writes(), attic);
    await allDelivered();
    expect(await reader.database.query('SELECT outcome FROM inbox')).toEqual([{ outcome: 'IGNORED' }]);
  });

  test('is refused when a later one of its aggregate was taken before', async () => {
    const url = await opened();
    const event = (sequence: number) => ({
      id: newId(),
      type: 'ShelfFilled',
      version: 1,
      aggregate: { kind: 'shelf', id: attic },
      sequence,
      occurredAt: '2026-11-23T12:00:00.000000Z',
      body: { change: newId(), books: sequence },
    });
    const late = event(1);
    await deliver('library', receiverAt({ url }), [event(2)], null);
    expect((await deliver('library', receiverAt({ url }), [late], null)).get(late.id)?.outcome).toBe('REFUSED');
  });
});

describe('the door for events', () => {
  test('stays shut to strangers, to the key of the gateway, and the door of the graph to the key of events', async () => {
    const url = await opened();
    const stranger = receiverAt({ url }, { kid: 'events', secret: randomBytes(32) });
    await expect(deliver('library', stranger, [], null)).rejects.toThrow('it answered 401');
    await expect(deliver('museum', receiverAt({ url }), [], null)).rejects.toThrow('it answered 401');
    const body = JSON.stringify({ sender: 'library', events: [], completeAsOf: null });
    const now = Date.now() / 1000;
    const post = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })).status;
    const viewer = signIdentity(claimsFor('reading-room', body, {}), testIdentityKey);
    const viewerWithEventKey = signIdentity(claimsFor('reading-room', body, {}), eventKey);
    const events = signDelivery({ sender: 'library', receiver: 'reading-room', body, key: eventKey, now });
    expect(await post('/events', { [eventHeader]: events })).toBe(200);
    expect(await post('/events', { [eventHeader]: viewer })).toBe(401);
    // Even with the right key a token of another use is worth nothing.
    expect(await post('/events', { [eventHeader]: viewerWithEventKey })).toBe(401);
    expect(await post('/events', { [identityHeader]: viewer })).toBe(401);
    expect(await post('/graphql', { [identityHeader]: events })).toBe(401);
    expect(await post('/graphql', { [eventHeader]: events })).toBe(401);
    expect(await post('/events?again', { [eventHeader]: events })).toBe(401);
    const elsewhere = signDelivery({ sender: 'library', receiver: 'archive', body, key: eventKey, now });
    const old = signDelivery({ sender: 'library', receiver: 'reading-room', body, key: eventKey, now: now - 60 });
    const otherBody = signDelivery({ sender: 'library', receiver: 'reading-room', body: '{}', key: eventKey, now });
    for (const token of [elsewhere, old, otherBody]) expect(await post('/events', { [eventHeader]: token })).toBe(401);
  });

  test('answers a delivery that is none with a sentence, and takes nothing of it', async () => {
    const url = await opened();
    const body = JSON.stringify({ sender: 'library', events: [{ id: 'x' }], completeAsOf: null });
    const token = signDelivery({ sender: 'library', receiver: 'reading-room', body, key: eventKey, now: Date.now() / 1000 });
    const answer = await fetch(`${url}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [eventHeader]: token },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ errors: [expect.objectContaining({ message: 'This is not a delivery of events.' })] });
  });
});

describe('the checkers catch', () => {
  test('a receiver that does not look whether it had the event already', async () => {
    const [first] = readingRoom as readonly [Subscription];
    for (const shelf of [attic, cellar]) await fill(writes(), shelf);
    const forgetful: Subscription = {
      ...first,
      apply: async (sql, event) => {
        await first.apply(sql, event);
        await sql.query('DELETE FROM inbox');
      },
    };
    relayTo(await opened([forgetful]));
    await allDelivered();
    await replay(library.database, 'reading-room', 0);
    await until(async () => (await check()).processed > 3);
    expect(await check()).toMatchObject({ lost: 0, doubled: 2 });
    expect(isFaultless(await check())).toBe(false);
  });

  test('a sender that tells outside the transaction, before or after it', async () => {
    const tell = (change: string) => {
      const event = { type: 'ShelfFilled', aggregate: { kind: 'shelf', id: attic }, body: { change, books: 1 } };
      return inTransaction(library.database, ({ sql }) => appendEvents(sql, publication.catalogue, [event]));
    };
    const put = (change: string) =>
      library.database.query('INSERT INTO shelf_change (id, shelf, books) VALUES ($1, $2, 1)', [change, attic]);
    await put(newId());
    expect(await check()).toMatchObject({ untold: 1 });
    await tell(newId());
    expect(await check()).toMatchObject({ untold: 1, invented: 1 });
  });
});
