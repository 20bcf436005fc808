import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Arena } from '../src/arena/arena.ts';
import { cases } from '../src/cases/cases.ts';
import { generatedCases } from '../src/cases/generated.ts';
import { changedTables } from '../src/checks/b6-unchanged.ts';
import { attack } from '../src/run/attack.ts';
import { printed } from '../src/run/print.ts';
import { compareTwins } from '../src/run/twins.ts';
import { closeConnections } from '../src/wire/exchange.ts';
import { startForAttack } from './start-for-attack.ts';

let arena: Arena;
beforeAll(async () => {
  arena = await Arena.open({ start: startForAttack });
});
afterAll(async () => {
  closeConnections();
  await arena?.close();
});

describe('the network under attack', () => {
  test('every named bad input, each by one of its ways, and some by chance, breaks no invariant', async () => {
    // Those that send slowly on purpose are for `npm run attack`.
    const quick = cases.filter(({ id }) => !id.startsWith('C9')).map((one, index) => ({ ...one, way: index }));
    const report = await attack(arena, [...quick, ...generatedCases(1, 200, cases)], { judgesTime: false });
    await compareTwins(arena, report);
    expect(printed(report)).toContain('violations: 0');
    expect(report.sent).toBeGreaterThan(900);
    expect(report.refused).toBeGreaterThan(600);
    expect(report.probe?.asked).toBeGreaterThan(0);
  }, 600_000);

  test('from its start on no process has spoken with anybody but this machine', async () => {
    for (const { name, witness } of arena.doors.values()) expect([name, (await witness.read()).strangers]).toEqual([name, []]);
  });

  test('canaries are really there: staff see those that staff may see', async () => {
    const { url } = arena.door('gateway');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await arena.token('staff')}` };
    const query = '{ companies(first: 100) { edges { node { people { name } latestFigures { turnover { amount } } } } } }';
    const answer = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
    const seen = arena.canaries.filter(({ marker }) => marker.test(answer.replace(/[.\s]/g, ''))).map(({ name }) => name);
    expect(seen.sort()).toEqual(["another company's figures", 'names of people', "the member's own figures"]);
  });

  test('a row that somebody writes is noticed', async () => {
    const before = await arena.digest();
    expect(changedTables(before, await arena.digest())).toEqual([]);
    await arena.write('membership', 'UPDATE grace_period SET days = days + 1');
    expect(changedTables(before, await arena.digest())).toEqual([expect.stringContaining('membership.grace_period ')]);
  });
});

describe('every named case', () => {
  test('has an id of its own, and each class of the catalogue has several', () => {
    const ids = cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(400);
    for (const family of 'ABCDEFGH') expect(ids.filter((id) => id.startsWith(family)).length).toBeGreaterThan(10);
  });

  test('is the same by chance for the same seed, and another for another', () => {
    const texts = (seed: number) => generatedCases(seed, 50, cases).map((one) => String(one.body()));
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });
});
