import { InvalidInput } from '../errors/errors.ts';
import { eventHeader, verifyDelivery } from '../identity/event-token.ts';
import { type SharedKey, TokenRefused } from '../identity/signed-token.ts';
import type { Receipt } from './events.ts';
import type { Inbox } from './inbox.ts';
import { type Delivery, delivery } from './wire.ts';

/** Where a service hears from others. Each sender has a key of its own with us, which opens nothing else. */
export interface EventDoor {
  /**
   * Reads a delivery after its token was found to be made by its sender, for us, for these bytes.
   *
   * @throws TokenRefused when the token is not; InvalidInput when the body is no delivery.
   */
  open(headers: Readonly<Record<string, unknown>>, body: Buffer): Delivery;
  receive(delivery: Delivery): Promise<readonly Receipt[]>;
}

/** @param keys of each sender, by its name */
export function eventDoor(receiver: string, keys: ReadonlyMap<string, readonly SharedKey[]>, inbox: Inbox): EventDoor {
  return {
    open(headers, body) {
      const token = headers[eventHeader];
      if (token === undefined) throw new TokenRefused('no event token');
      const content = read(body);
      const sender = senderOf(content);
      verifyDelivery(token, { sender, receiver, body, keys: keys.get(sender) ?? [], now: Date.now() / 1000 });
      const found = delivery.safeParse(content);
      if (!found.success) throw new InvalidInput('This is not a delivery of events.');
      return found.data;
    },
    receive: ({ sender, events, completeAsOf }) => inbox.receive(sender, events, completeAsOf),
  };
}

function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Whose key is to be tried. Who says nothing readable has none. */
function senderOf(content: unknown): string {
  const { sender } = (content ?? {}) as { sender?: unknown };
  return typeof sender === 'string' ? sender : '';
}
