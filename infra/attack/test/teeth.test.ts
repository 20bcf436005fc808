import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { planted as plantedCanaries } from '../src/arena/canaries.ts';
import { harmless, refused } from '../src/cases/expectation.ts';
import type { Sending } from '../src/cases/shapes.ts';
import { allowance, block } from '../src/checks/b4-work.ts';
import { changedTables } from '../src/checks/b6-unchanged.ts';
import { type ProbeReport, probeFailure } from '../src/checks/b7-probe.ts';
import { growth } from '../src/checks/b8-health.ts';
import { canaryIn } from '../src/checks/canaries.ts';
import { checks } from '../src/checks/checks.ts';
import type { Surroundings } from '../src/checks/observation.ts';
import { probeBeside } from '../src/run/probe.ts';
import { send } from '../src/run/send.ts';
import { differenceOf } from '../src/run/twins.ts';
import { closeConnections } from '../src/wire/exchange.ts';
import { Planted } from './stand-in/planted.ts';

const surroundings: Surroundings = {
  innerNames: ['company_name_trigrams'],
  innerPorts: ['5001'],
  canaries: plantedCanaries,
  // Also a busy machine lets nobody stand still for so long.
  idleBlockMs: 1_000,
};
const body = () => JSON.stringify({ query: '{ nothing }' });
const sending: Sending = {
  case: { id: 'T1', title: 'teeth', expects: refused, body },
  principal: 'anonymous',
  door: 'gateway',
  entry: 'own',
  lane: 'application/json',
};

let planted: Planted | undefined;
afterEach(async () => {
  await planted?.close();
  planted = undefined;
});
afterAll(() => closeConnections());

async function caught(fault: string, how: Partial<Sending> = {}): Promise<string[]> {
  planted = await Planted.with(fault);
  const observation = await send(planted, { ...sending, ...how });
  return Object.entries(checks)
    .filter(([, check]) => check(observation, surroundings))
    .map(([name]) => name);
}

describe('each check catches the fault that it is there for', () => {
  test('and finds nothing where nothing is wrong', async () => {
    expect(await caught('none')).toEqual([]);
  });

  test.each([
    ['a failure of ours', 'B1'],
    ['a cut connection', 'B1'],
    ['no answer', 'B1'],
    ['a page for people', 'B2'],
    ['a code of its own', 'B2'],
    ['no code', 'B2'],
    ['six errors', 'B2'],
    ['a long error', 'B2'],
    ['the mask is off', 'B3'],
    ['SQL in a message', 'B3'],
    ['words of the database', 'B3'],
    ['the name of a constraint', 'B3'],
    ['a fetcher that passes on what it hears', 'B3'],
    ['a suggestion', 'B3'],
    ["another's figures", 'B3 canaries'],
    ["another's figures in a header", 'B3 canaries'],
    ['a call before the refusal', 'B4'],
    ['much out of little', 'B5'],
    ['a new word for every object', 'B8'],
    ['a report to somebody far away', 'B9'],
    ['a name that is looked up elsewhere', 'B9'],
    ['an open door', 'expected'],
  ])('%s: %s', async (fault, check) => {
    expect(await caught(fault)).toContain(check);
  });

  test('a subgraph that lets in whoever knocks, or asks its database first', async () => {
    const stranger: Partial<Sending> = { door: 'membership', entry: 'no identity', case: { ...sending.case, expects: harmless } };
    expect(await caught('an open door', stranger)).toEqual(['the door']);
    await planted?.close();
    expect(await caught('a statement before the refusal', stranger)).toEqual(['B4']);
  });

  test('an event loop that stands still', async () => {
    planted = await Planted.with('a long stand-still');
    const observation = await send(planted, sending);
    expect(block(observation, surroundings)).toContain('stood still');
    const quiet = { ...observation, reading: { ...observation.reading, blockMs: surroundings.idleBlockMs + allowance } };
    expect(block(quiet, surroundings)).toBeUndefined();
  });

  test('memory that is kept', async () => {
    planted = await Planted.with('everything is kept');
    const before = await planted.witness.read(undefined, true);
    for (let round = 0; round < 6; round += 1) await send(planted, sending);
    expect(growth(before, await planted.witness.read(undefined, true))).toContain('grew');
    expect(growth(before, before)).toBeUndefined();
  });

  test('well-behaved requests that are lost beside it', async () => {
    planted = await Planted.with('every tenth is lost');
    let report: ProbeReport = { asked: 0, failures: [], times: [] };
    for (let asked = 0; asked < 10; asked = report.asked) {
      const stop = probeBeside(planted.url);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      report = await stop();
    }
    expect(probeFailure(report)).toContain('status 503');
    expect(probeFailure({ asked: 0, failures: [], times: [] })).toContain('nothing is shown');
    expect(probeFailure({ asked: 5, failures: [], times: [1, 2, 3, 4, 5] })).toBeUndefined();
  });

  test('a row that is written, and a table that is emptied', () => {
    const before = new Map([
      ['membership.company', '1 rows a'],
      ['membership.person', '2 rows b'],
    ]);
    expect(changedTables(before, new Map(before))).toEqual([]);
    expect(changedTables(before, new Map([...before, ['membership.company', '2 rows c']]))).toHaveLength(1);
    expect(changedTables(before, new Map([['membership.company', '1 rows a']]))).toHaveLength(1);
    // A list that waits for somebody to approve it, and a history that has no such reason.
    const history = ['membership.history', '3 rows d'] as const;
    expect(changedTables(before, new Map([...before, history]))).toHaveLength(1);
    expect(changedTables(before, new Map([...before, history, ['membership.affiliation_batch', '1 rows e']]))).toEqual([]);
  });

  test("what is another's told from what is nobody's, by status, words or work", async () => {
    planted = await Planted.with('none');
    const one = await send(planted, sending);
    expect(differenceOf(one, one)).toBeUndefined();
    expect(differenceOf(one, { ...one, seen: { ...one.seen, status: 403 } })).toContain('status');
    expect(differenceOf(one, { ...one, seen: { ...one.seen, body: one.seen.body.replace('Send', 'Sent') } })).toContain('Sent');
    expect(differenceOf(one, { ...one, reading: { ...one.reading, statements: 3 } })).toContain("3 for what is nobody's");
  });

  test('a canary in a log, however its number is written', () => {
    expect(canaryIn('{"msg":"turnover 7 310 911 551 000,17"}', plantedCanaries)?.name).toBe("another company's figures");
    expect(canaryIn('{"msg":"turnover 4480000.00"}', plantedCanaries)).toBeUndefined();
  });
});
