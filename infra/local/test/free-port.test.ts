import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { freePort } from '../src/processes/free-port.ts';

test('a port that somebody else has just found is not found again, though nobody listens there yet', async () => {
  const note = createSocket('udp4').bind(0, '127.0.0.1');
  await once(note, 'listening');
  const { port } = note.address();
  expect(await freePort(port)).not.toBe(port);
  note.close();
  await once(note, 'close');
  expect(await freePort(port)).toBe(port);
});

test('whoever found a port may come back to it', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
});
