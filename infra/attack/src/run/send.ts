import { randomBytes } from 'node:crypto';
import type { ServiceName } from '@leader/local-stack/stack/services';
import type { IdentityKey } from '@leader/subgraph-kit/identity/identity-token';
import type { Arena, Door, DoorName } from '../arena/arena.ts';
import { claimsOf, type Principal } from '../arena/principals.ts';
import type { Observation, Sending } from '../cases/shapes.ts';
import { readAnswer } from '../checks/observation.ts';
import { entryHeader } from '../wire/entries.ts';
import { exchange, type Message, type Seen } from '../wire/exchange.ts';
import { rawExchange } from '../wire/raw-exchange.ts';

/** What can be attacked: the arena, or a stand-in with a fault. */
export interface Target {
  door(name: DoorName): Door;
  token(principal: Principal): Promise<string | undefined>;
  keyOf(service: ServiceName): IdentityKey;
  /** Longest wait for an answer, in milliseconds. */
  readonly patience: number;
}

/** Sends one case through one door and looks what it did, from outside and from within. */
export async function send(target: Target, sending: Sending): Promise<Observation> {
  const door = target.door(sending.door);
  // What happened before belongs to others.
  await door.witness.read();
  const requestId = randomBytes(8).toString('hex');
  const seen = await put(target, door, sending, requestId);
  const idSeen = seen.headers['x-request-id'];
  const reading = await door.witness.read(typeof idSeen === 'string' ? idSeen : requestId);
  return { sending, seen, answer: readAnswer(seen.body), reading };
}

async function put(target: Target, door: Door, sending: Sending, requestId: string): Promise<Seen> {
  const { pieces, message } = sending.case;
  const token = door.name === 'gateway' ? await target.token(sending.principal) : undefined;
  if (pieces) return rawExchange(door.url, pieces(new URL(door.url).host, token), target.patience);
  const body = sending.case.body();
  const entry = door.name === 'gateway' ? await authorization(target, sending, token) : identity(target, sending, body, requestId);
  const whole: Message = {
    method: 'POST',
    path: '/graphql',
    body,
    ...message,
    headers: { 'content-type': 'application/json', accept: sending.lane, ...entry, ...message?.headers },
  };
  return exchange(door.url, whole, target.patience);
}

async function authorization(
  target: Target,
  { case: { authorization: forge } }: Sending,
  token: string | undefined,
): Promise<Record<string, string>> {
  if (forge) return { authorization: await forge(target as Arena, token ?? '') };
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

function identity(
  target: Target,
  { door, principal, entry }: Sending,
  body: string | Uint8Array,
  requestId: string,
): Record<string, string> {
  if (door === 'gateway') return {};
  const claims = claimsOf(principal, door, body, requestId);
  const header = entryHeader(entry, { claims, key: target.keyOf(door), service: door });
  return header === undefined ? {} : { 'x-network-identity': header };
}
