import { setTimeout as pause } from 'node:timers/promises';
import type { Receiver } from '../../../src/events/deliver.ts';
import { appendEvents, publish } from '../../../src/events/outbox.ts';
import { startRelay } from '../../../src/events/relay.ts';
import { openLog } from '../../../src/log/log.ts';
import { openDatabase } from '../../../src/postgres/database.ts';
import { inTransaction } from '../../../src/postgres/transactions.ts';
import type { Uuid } from '../../../src/values/ids.ts';
import { publication, shelves, shelvesOn } from './library.ts';
import { quick } from './quick.ts';

// The library as a process that is killed at any moment: it writes until it is told to be quiet, and tells what it wrote.
const settings = JSON.parse(process.argv[2] ?? '{}') as {
  url: string;
  receiver: Omit<Receiver, 'key'>;
  secret: string;
  flaw?: string;
};
const key = { kid: 'events', secret: Buffer.from(settings.secret, 'base64url') };
const receiver: Receiver = { ...settings.receiver, key };
const log = openLog('library', 'silent');

let isQuiet = false;
process.on('message', () => {
  isQuiet = true;
});
// A harness that is gone must not leave us behind.
process.on('disconnect', () => process.exit(0));

const database = await patiently(() =>
  openDatabase({ url: settings.url, applicationName: 'library', rows: [], migrations: [], log, poolSize: 12 }),
);
startRelay({ database, sender: 'library', receivers: [receiver], log, pace: quick });
process.send?.({ ready: true });
await Promise.all(Array.from({ length: 8 }, writer));
process.send?.({ quiet: true });

/** Writes as fast as it goes, gives some writes up on the way, and says what was acknowledged. */
async function writer(): Promise<void> {
  while (!isQuiet) {
    const shelf = shelves[Math.floor(Math.random() * shelves.length)] as Uuid;
    try {
      const change = settings.flaw === 'no transaction' ? await tellAfterwards(shelf) : await inOne(shelf);
      process.send?.({ acknowledged: change });
    } catch {
      // Given up, or the database is away: nothing was acknowledged.
      await pause(20);
    }
  }
}

/** A write that goes on after it has told, as those do that change several things; some are given up at the end. */
async function inOne(shelf: Uuid): Promise<Uuid> {
  return inTransaction(database, async ({ sql }) => {
    const { change } = await shelvesOn(sql).fill(shelf);
    await publish(sql, publication, [{ kind: 'shelf', id: shelf, fields: ['books'], from: null, to: null, why: change }]);
    await pause(Math.random() * 15);
    if (Math.random() < 0.1) throw new Error('given up');
    return change;
  });
}

/** The flaw: the change is committed, and told of in another transaction, if there is time. */
async function tellAfterwards(shelf: Uuid): Promise<Uuid> {
  const { change, books } = await inTransaction(database, ({ sql }) => shelvesOn(sql).fill(shelf));
  await pause(Math.random() * 15);
  const event = { type: 'ShelfFilled', aggregate: { kind: 'shelf', id: shelf }, body: { change, books } };
  await inTransaction(database, ({ sql }) => appendEvents(sql, publication.catalogue, [event]));
  return change;
}

async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await work();
    } catch {
      await pause(50);
    }
  }
}
