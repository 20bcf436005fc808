import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { subscription } from '../../src/events/inbox.ts';
import { operate } from '../../src/events/operate.ts';
import { startRelay } from '../../src/events/relay.ts';
import { openLog } from '../../src/log/log.ts';
import type { RunningServer } from '../../src/server/subgraph-server.ts';
import { openTestDatabase, type TestDatabase } from '../../src/testing/test-database.ts';
import { newId } from '../../src/values/ids.ts';
import { findings, isFaultless } from './findings.ts';
import { receiverAt, startReadingRoom } from './reading-room.ts';
import {
  CreateLibrary1700000000010,
  CreateReadingRoom1700000000011,
  enterEffect,
  fill,
  libraryWrites,
  shelves,
} from './stand-in/library.ts';
import { quick } from './stand-in/quick.ts';

const [attic = '', cellar = ''] = shelves;
let library: TestDatabase;
let reader: TestDatabase;
let room: RunningServer;
let stop: () => Promise<void>;
let isLocked: boolean;

beforeEach(async () => {
  library = await openTestDatabase({ name: 'library', rows: [], migrations: [CreateLibrary1700000000010] });
  reader = await openTestDatabase({ name: 'reading-room', rows: [], migrations: [CreateReadingRoom1700000000011] });
  isLocked = true;
  const lockable = subscription({
    sender: 'library',
    type: 'ShelfFilled',
    version: 1,
    body: z.object({ change: z.uuid(), books: z.number().int() }),
    effect: async (sql, event, body) => {
      if (isLocked) throw new Error('the door is locked');
      await enterEffect(sql, event, body);
    },
  });
  room = await startReadingRoom(reader.database, { subscriptions: [lockable] });
  const parts = { database: library.database, sender: 'library', receivers: [receiverAt(room)], log: openLog('library', 'silent') };
  stop = startRelay({ ...parts, pace: quick });
});
afterEach(async () => {
  await stop();
  await room.close();
  await library.drop();
  await reader.drop();
});

const type = (words: string) => operate(library.database, words.split(' ').filter(Boolean));
const said = async (words: string) => (await type(words)).join('\n');

/** Waits until something is so; a test that waits in vain ends by jest's own patience. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 15));
}

describe('an operator', () => {
  test('sees what is parked, mends what was wrong, lets one go and then all, and everybody has heard everything', async () => {
    const writes = libraryWrites(library.database);
    for (const shelf of [attic, cellar]) await fill(writes, shelf);
    await until(async () => (await said('list')).includes('2 of them parked'));
    const listed = await type('list reading-room');
    expect(listed[0]).toBe('reading-room: has heard everything; 2 held back, 2 of them parked');
    expect(listed[1]).toMatch(
      new RegExp(
        `^ {2}parked [0-9a-f-]{36} {2}ShelfFilled {2}number 1 {2}of shelf/${attic} {2}tried 3 times, until .*Z: its effect failed`,
      ),
    );
    const [, event] = /parked ([0-9a-f-]+)/.exec(listed[1] ?? '') ?? [];

    isLocked = false;
    expect(await said(`release reading-room ${event}`)).toBe('1 parked event(s) are tried again for reading-room.');
    await until(async () => (await findings(library.database, reader.database)).processed === 1);
    expect(await said('list')).toContain('1 held back, 1 of them parked');
    await expect(type(`release reading-room ${event}`)).rejects.toThrow(`No event ${event} is parked for reading-room`);
    expect(await said('release reading-room')).toBe('1 parked event(s) are tried again for reading-room.');
    await until(async () => (await said('list')) === 'reading-room: has heard everything');
    expect(isFaultless(await findings(library.database, reader.database))).toBe(true);
    expect(await said('release reading-room')).toBe('Nothing is parked for reading-room.');
  });

  test('tells everything again, or from a number on, and nothing happens twice', async () => {
    isLocked = false;
    const writes = libraryWrites(library.database);
    for (const shelf of [attic, cellar, attic]) await fill(writes, shelf);
    await until(async () => (await findings(library.database, reader.database)).processed === 3);
    await stop();
    expect(await said('replay reading-room 0')).toBe('reading-room is told again what it should know from number 0 on: 3 event(s).');
    expect(await said('list')).toMatch(/^reading-room: 3 not told yet, the oldest for \d+ s$/);
    const parts = { database: library.database, sender: 'library', receivers: [receiverAt(room)], log: openLog('library', 'silent') };
    stop = startRelay({ ...parts, pace: quick });
    await until(async () => (await said('list')) === 'reading-room: has heard everything');
    expect(await findings(library.database, reader.database)).toMatchObject({ processed: 3, doubled: 0 });
  });

  test('hears in a sentence why a receiver is not reached', async () => {
    await room.close();
    await fill(libraryWrites(library.database), attic);
    await until(async () => (await said('list')).includes('ECONNREFUSED'));
    expect(await said('list')).toMatch(
      /1 not told yet, .*failed \d+ time\(s\) in a row, at last because it cannot be reached: ECONNREFUSED/,
    );
  });

  test.each([
    ['', 'release <receiver>'],
    ['burn', 'There is no command "burn"'],
    ['list nobody', 'There is no receiver "nobody": those who hear are reading-room.'],
    ['list reading-room please', '"please" is one word too many'],
    ['release', 'Say which receiver: those who hear are reading-room.'],
    ['replay nobody 0', 'There is no receiver "nobody"'],
    ['replay reading-room', 'Say from which number on'],
    ['replay reading-room -1', 'Say from which number on'],
    ['replay reading-room 1;DROP', 'Say from which number on'],
    ['replay reading-room 1 2', '"2" is one word too many'],
  ])('is told what to type instead of "%s"', async (words, sentence) => {
    await until(async () => (await said('list')) === 'reading-room: has heard everything');
    await expect(type(words)).rejects.toThrow(sentence);
  });

  test('is told that an event is not parked, also when it is none', async () => {
    await until(async () => (await said('list')) === 'reading-room: has heard everything');
    for (const event of [newId(), 'x']) await expect(type(`release reading-room ${event}`)).rejects.toThrow('is parked for reading-room');
  });
});
