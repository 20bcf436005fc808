import type { EventSettings } from '../config/event-settings.ts';
import type { Log } from '../log/log.ts';
import type { Database } from '../postgres/database.ts';
import type { Receiver } from './deliver.ts';
import { type EventDoor, eventDoor } from './event-door.ts';
import { type EventStatus, inboxStatus, outboxStatus } from './event-status.ts';
import { inboxOf, type Subscription } from './inbox.ts';
import { type Pace, startRelay } from './relay.ts';

interface EventParts {
  /** Of this service, as others know it. */
  readonly name: string;
  readonly database: Database;
  readonly settings: EventSettings;
  readonly log: Log;
  /** Whether this service has an outbox. */
  readonly tells?: boolean;
  /** What it listens to; without any it has no inbox. */
  readonly subscriptions?: readonly Subscription[];
  readonly pace?: Partial<Pace> | undefined;
}

/** The events of one running service: what it tells, what it hears, and how both stand. */
export interface RunningEvents {
  readonly door: EventDoor | undefined;
  status(): Promise<EventStatus>;
  /** Stops telling. What was not told yet is told by the next process. */
  close(): Promise<void>;
}

export function startEvents({ name, database, settings, log, tells = false, subscriptions = [], pace }: EventParts): RunningEvents {
  const hears = subscriptions.length > 0;
  const receivers = receiversOf(settings);
  const stop = tells && receivers.length > 0 ? startRelay({ database, sender: name, receivers, log, pace }) : async () => undefined;
  return {
    door: hears ? eventDoor(name, settings.EVENT_SENDER_KEYS ?? new Map(), inboxOf(database, subscriptions, log)) : undefined,
    status: async () => ({
      receivers: tells ? await outboxStatus(database) : [],
      senders: hears ? await inboxStatus(database) : [],
    }),
    close: stop,
  };
}

function receiversOf({ EVENT_RECEIVERS, EVENT_KEYS }: EventSettings): Receiver[] {
  return [...(EVENT_RECEIVERS ?? [])].map(([name, url]) => {
    const key = EVENT_KEYS?.get(name)?.[0];
    if (!key) throw new Error(`EVENT_KEYS has no key for the receiver ${name}`);
    return { name, url, key };
  });
}
