import type { FastifyInstance } from 'fastify';
import type { EventDoor } from '../events/event-door.ts';
import { type Delivery, eventPath } from '../events/wire.ts';
import { IdentityRefused } from '../identity/identity-token.ts';
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

export function addEvents(app: FastifyInstance, { door, status }: EventRoutes, log: Log): void {
  app.get('/health/events', async () => status());
  if (!door) return;
  app.post(eventPath, async (request, reply) => {
    // Without a body nothing was verified.
    if (request.body == null) throw new IdentityRefused('no body');
    try {
      return { receipts: await door.receive(request.body as Delivery) };
    } catch (error) {
      log.warn({ err: error }, 'a delivery of events could not be taken now');
      return reply.code(503).send(refusal('OVERLOADED', 'The events cannot be taken now. Deliver them again.'));
    }
  });
}
