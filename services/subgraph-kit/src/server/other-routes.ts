import type { FastifyInstance } from 'fastify';
import type { EventDoor } from '../events/event-door.ts';
import { eventPath } from '../events/wire.ts';
import type { Log } from '../log/log.ts';
import { refusal } from './refusals.ts';

/** Where a subgraph hears of events, if it does, and how they stand. */
export interface EventRoutes {
  readonly door: EventDoor | undefined;
  status(): Promise<object>;
}

export function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting' });
  });
}

/** A sender has keys of its own, on a path of its own: the gateway's open nothing here, and a sender's nothing elsewhere. */
export function addEvents(app: FastifyInstance, { door, status }: EventRoutes, log: Log): void {
  app.get('/health/events', async () => status());
  if (!door) return;
  app.post(eventPath, async (request, reply) => {
    if (request.url !== eventPath) return reply.callNotFound();
    const delivery = door.open(request.headers, (request.body as Buffer | undefined) ?? Buffer.alloc(0));
    try {
      return { receipts: await door.receive(delivery) };
    } catch (error) {
      log.warn({ err: error }, 'a delivery of events could not be taken now');
      return reply.code(503).send(refusal('OVERLOADED', 'The events cannot be taken now. Deliver them again.'));
    }
  });
}
