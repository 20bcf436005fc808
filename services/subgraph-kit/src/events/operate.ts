import { z } from 'zod';
import type { Sql } from '../postgres/database.ts';
import { release, replay } from './delivery-book.ts';
import { type EventStatus, outboxStatus } from './event-status.ts';

/** The operator asked for something that there is not; the message says what there is. */
export class WrongCommand extends Error {
  override readonly name = 'WrongCommand';
}

type Receiver = EventStatus['receivers'][number];

const usage = [
  'list [receiver]               how deliveries stand, and which events wait for a person',
  'release <receiver> [event]    try parked events again, or one of them, after what was wrong has been mended',
  'replay <receiver> <number>    tell again from the event of this number on, 0 for all; what a receiver has had changes nothing there',
].join('\n');

/**
 * What an operator does about the events of a service that tells others.
 *
 * @param words the command and what it is about, as they were typed
 * @returns what to print: names, numbers and ids, and nothing of what the events say
 * @throws WrongCommand with a sentence that says what to type instead.
 */
export async function operate(sql: Sql, words: readonly string[]): Promise<readonly string[]> {
  const [command = '', name, detail, ...more] = words;
  if (more.length > 0) throw new WrongCommand(`"${more[0]}" is one word too many.\n${usage}`);
  switch (command) {
    case 'list':
      return list(sql, name, detail);
    case 'release':
      return releaseParked(sql, await known(sql, name), detail);
    case 'replay':
      return tellAgain(sql, await known(sql, name), detail);
    default:
      throw new WrongCommand(command === '' ? usage : `There is no command "${command}".\n${usage}`);
  }
}

async function list(sql: Sql, name: string | undefined, detail: string | undefined): Promise<string[]> {
  if (detail !== undefined) throw new WrongCommand(`"${detail}" is one word too many.\n${usage}`);
  const receivers = name === undefined ? await outboxStatus(sql) : [await known(sql, name)];
  return receivers.length === 0 ? ['Nobody hears of the events of this service yet.'] : receivers.flatMap(linesOf);
}

async function releaseParked(sql: Sql, { receiver, parked }: Receiver, event: string | undefined): Promise<string[]> {
  if (event !== undefined && !parked.some((one) => one.event === event))
    throw new WrongCommand(`No event ${event} is parked for ${receiver}: list ${receiver} shows those that are.`);
  const released = await release(sql, receiver, event);
  return [released === 0 ? `Nothing is parked for ${receiver}.` : `${released} parked event(s) are tried again for ${receiver}.`];
}

async function tellAgain(sql: Sql, { receiver }: Receiver, from: string | undefined): Promise<string[]> {
  const number = z
    .string()
    .regex(/^\d{1,15}$/)
    .safeParse(from);
  if (!number.success) throw new WrongCommand(`Say from which number on ${receiver} is to be told again, 0 for all: list shows numbers.`);
  await replay(sql, receiver, Number(number.data));
  const [now] = (await outboxStatus(sql)).filter((one) => one.receiver === receiver);
  return [`${receiver} is told again what it should know from number ${number.data} on: ${now?.waiting ?? 0} event(s).`];
}

async function known(sql: Sql, name: string | undefined): Promise<Receiver> {
  const receivers = await outboxStatus(sql);
  const found = receivers.find(({ receiver }) => receiver === name);
  if (found) return found;
  const names = receivers.map(({ receiver }) => receiver).join(', ') || 'nobody yet';
  throw new WrongCommand(`${name === undefined ? 'Say which receiver' : `There is no receiver "${name}"`}: those who hear are ${names}.`);
}

function linesOf({ receiver, waiting, oldestSeconds, failures, lastFailure, held, parked }: Receiver): string[] {
  const waits = waiting === 0 ? 'has heard everything' : `${waiting} not told yet, the oldest for ${Math.round(oldestSeconds ?? 0)} s`;
  const reached = failures === 0 ? [] : [`failed ${failures} time(s) in a row, at last because ${lastFailure}`];
  const kept = held === 0 ? [] : [`${held} held back, ${parked.length} of them parked`];
  return [
    `${receiver}: ${[waits, ...reached, ...kept].join('; ')}`,
    ...parked.map(
      ({ event, type, number, aggregate, attempts, parkedAt, refusal }) =>
        `  parked ${event}  ${type}  number ${number}  of ${aggregate}  tried ${attempts} times, until ${parkedAt}: ${refusal ?? 'it did not say why'}`,
    ),
  ];
}
