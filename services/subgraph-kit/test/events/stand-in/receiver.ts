import { setTimeout as pause } from 'node:timers/promises';
import type { Subscription } from '../../../src/events/inbox.ts';
import { openLog } from '../../../src/log/log.ts';
import { openDatabase } from '../../../src/postgres/database.ts';
import { startReadingRoom } from '../reading-room.ts';
import { readingRoom } from './library.ts';

// The reading room as a process that is killed at any moment.
const settings = JSON.parse(process.argv[2] ?? '{}') as { url: string; port: number; secret: string; flaw?: string };
process.on('disconnect', () => process.exit(0));
const [honest] = readingRoom as readonly [Subscription];

/** The flaw: it does not remember what it had. */
const forgetful: Subscription = {
  ...honest,
  apply: async (sql, event) => {
    await honest.apply(sql, event);
    await sql.query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
  },
};

for (;;) {
  try {
    const log = openLog('reading-room', 'silent');
    const database = await openDatabase({ url: settings.url, applicationName: 'reading-room', rows: [], migrations: [], log });
    await startReadingRoom(database, {
      port: settings.port,
      key: { kid: 'events', secret: Buffer.from(settings.secret, 'base64url') },
      subscriptions: settings.flaw === 'no memory' ? [forgetful] : readingRoom,
    });
    break;
  } catch {
    await pause(50);
  }
}
process.send?.({ ready: true });
