import { expect, test } from '@jest/globals';
import { Room } from './room.ts';

const most = 200;

/** A process with one processor that gets later with each request that it works on. */
function busyProcess(lateOfOne: number) {
  const room = new Room(most);
  const look = (wanted: number) => {
    const running = Math.min(wanted, room.places);
    room.look(running * lateOfOne, running);
    return running;
  };
  return { room, look };
}

test('a process that keeps up works on as many requests as it may', () => {
  const { room, look } = busyProcess(0.02);
  for (let moment = 0; moment < 100; moment += 1) look(1_000);
  expect(room.places).toBe(most);
});

test('a process that does not keep up works on as many as keep it busy, and soon', () => {
  const { look } = busyProcess(1);
  const seen = Array.from({ length: 200 }, () => look(1_000));
  expect(seen[0]).toBe(most);
  expect(Math.max(...seen.slice(10))).toBeLessThanOrEqual(30);
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(8);
});

test('when the crowd has gone there is room for the next one', () => {
  const { room, look } = busyProcess(1);
  for (let moment = 0; moment < 50; moment += 1) look(1_000);
  expect(room.places).toBeLessThan(most / 4);
  for (let moment = 0; moment < 100; moment += 1) look(1);
  expect(room.places).toBe(most);
});

test('one long pause, as for collecting garbage, takes half of the room at most', () => {
  const { room, look } = busyProcess(0.02);
  look(1_000);
  room.look(400, most);
  expect(room.places).toBeGreaterThanOrEqual(most / 2);
  for (let moment = 0; moment < 15; moment += 1) look(1_000);
  expect(room.places).toBeGreaterThanOrEqual(most / 2);
});

test('one long pause while little is under way leaves room enough', () => {
  const { room, look } = busyProcess(0.05);
  look(3);
  room.look(400, 3);
  expect(room.places).toBeGreaterThanOrEqual(8);
});

test('never more than is set, however little that is', () => {
  const room = new Room(1);
  for (const late of [500, 500, 0, 0, 0]) {
    room.look(late, 1);
    expect(room.places).toBe(1);
  }
});
