import { randomBytes } from 'node:crypto';
import { buildSchema } from 'graphql';
import type { Receiver } from '../../src/events/deliver.ts';
import { eventDoor } from '../../src/events/event-door.ts';
import { inboxStatus } from '../../src/events/event-status.ts';
import { inboxOf, type Subscription } from '../../src/events/inbox.ts';
import type { SharedKey } from '../../src/identity/signed-token.ts';
import { openLog } from '../../src/log/log.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type RunningServer, startSubgraphServer } from '../../src/server/subgraph-server.ts';
import { testIdentityKey } from '../../src/testing/test-subgraph.ts';
import { readingRoom } from './stand-in/library.ts';

export const eventKey: SharedKey = { kid: 'events', secret: randomBytes(32) };

interface RoomSettings {
  readonly port?: number;
  readonly key?: SharedKey;
  readonly subscriptions?: readonly Subscription[];
}

/** A subgraph over real HTTP that hears from the library. */
export function startReadingRoom(database: Database, { port = 0, key = eventKey, subscriptions = readingRoom }: RoomSettings = {}) {
  const log = openLog('reading-room', 'silent');
  return startSubgraphServer({
    name: 'reading-room',
    schema: buildSchema('type Query { open: Boolean }'),
    host: '127.0.0.1',
    port,
    identityKeys: [testIdentityKey],
    log,
    contextFor: (request) => request,
    isReady: () => database.answers(),
    events: {
      door: eventDoor('reading-room', new Map([['library', [key]]]), inboxOf(database, subscriptions, log)),
      status: async () => ({ receivers: [], senders: await inboxStatus(database) }),
    },
    onClose: async () => undefined,
  });
}

export function receiverAt({ url }: Pick<RunningServer, 'url'>, key: SharedKey = eventKey): Receiver {
  return { name: 'reading-room', url, key };
}
