import { setTimeout as pause } from 'node:timers/promises';
import { deliver, type Receiver } from '../../../src/events/deliver.ts';
import type { SentEvent } from '../../../src/events/events.ts';
import type { Database } from '../../../src/postgres/database.ts';

export interface NaivelyRead {
  readonly database: Database;
  readonly receiver: Receiver;
  readonly isOver: () => boolean;
}

/** The relay everybody writes first: it goes on from the highest number it has seen. */
export async function readNaively({ database, receiver, isOver }: NaivelyRead): Promise<void> {
  while (!isOver()) {
    try {
      await database.query(`INSERT INTO outbox_receiver (receiver) VALUES ($1) ON CONFLICT DO NOTHING`, [receiver.name]);
      const events = await database.query<SentEvent>(
        `SELECT o.event_id AS id, o.type, o.version, jsonb_build_object('kind', o.aggregate_kind, 'id', o.aggregate_id) AS aggregate,
           o.sequence::int AS sequence, to_char(o.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt", o.body
         FROM outbox AS o, outbox_receiver AS r WHERE r.receiver = $1 AND o.sequence > r.sequence ORDER BY o.sequence LIMIT 100`,
        [receiver.name],
      );
      if (events.length > 0) {
        await deliver('library', receiver, events, null);
        await database.query('UPDATE outbox_receiver SET sequence = $2 WHERE receiver = $1', [receiver.name, events.at(-1)?.sequence]);
      }
    } catch {
      // Tried again.
    }
    await pause(5);
  }
}
