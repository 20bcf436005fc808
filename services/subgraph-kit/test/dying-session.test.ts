import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { openLog } from '../src/log/log.ts';
import { openDatabase } from '../src/postgres/database.ts';

/** One message of PostgreSQL: its kind, its length, and what it says. */
function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

test('a PostgreSQL that dies in the moment it lets somebody in ends a session, and not the process', async () => {
  const welcome = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);
  const farewell = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'));
  const dying = createServer((socket) => {
    socket.on('error', () => undefined);
    // In one piece, as it comes from a server that is killed: nobody has taken the session yet when it is gone.
    socket.once('data', () => socket.end(Buffer.concat([welcome, farewell])));
  }).listen(0, '127.0.0.1');
  await once(dying, 'listening');
  const { port } = dying.address() as { port: number };
  const url = `postgresql://reader:x@127.0.0.1:${port}/library`;
  const opening = openDatabase({ url, applicationName: 'library', rows: [], migrations: [], log: openLog('library', 'silent') });
  await expect(opening).rejects.toThrow(/not queryable|terminat/);
  dying.close();
});
