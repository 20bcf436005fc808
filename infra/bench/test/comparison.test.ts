import { describe, expect, test } from '@jest/globals';
import { goalsOf } from '../src/gateway/goals.ts';
import { type CountedTurn, deduplicates, figuresOf, type Outcome, ratio } from '../src/gateway/outcome.ts';
import { shortTableOf, tableOf } from '../src/gateway/table.ts';
import { median, quantile } from '../src/measuring/figures.ts';
import { withTable } from '../src/readme.ts';

const machine = { cores: 2, model: 'Testing', load: 1.25, node: '20.0.0' };
const turn = (cpu: number, calls = 4): CountedTurn => ({ requests: 100, cpu, perSecond: 1_000 / cpu, p50: 2 * cpu, p99: 5 * cpu, calls });

function contender(name: string, cpu: number, { sameCalls = 4, peak = 200 } = {}): Outcome {
  const passes = { varying: figuresOf([turn(cpu)]), identical: figuresOf([turn(cpu, sameCalls)]), alone: figuresOf([turn(cpu)]) };
  return { name, note: `${name} 1.0`, memory: { now: 100, peak }, figures: { heavy: passes, middle: passes } };
}

const wrong: Outcome = { name: 'Mercurius', note: 'Mercurius 1.0', void: '"heavy 0" was answered wrongly', figures: {} };

describe('figures', () => {
  test('a median and a quantile are numbers that were measured', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(quantile([1, 2, 3, 4], 0.99)).toBe(4);
    expect(quantile([2], 0.5)).toBe(2);
  });

  test('of several rounds the middle one counts, for each figure', () => {
    expect(figuresOf([turn(1), turn(50), turn(2)])).toEqual({ rounds: 3, cpu: 2, perSecond: 500, p50: 4, p99: 10, calls: 4 });
  });
});

describe('comparing contenders', () => {
  test('one that needs a tenth of the time is ten times cheaper; one that was out is compared with nobody', () => {
    expect(ratio(contender('ours', 2), contender('stock', 20), 'heavy')).toBe(10);
    expect(ratio(contender('ours', 2), contender('the limit', 1), 'heavy')).toBe(0.5);
    expect(ratio(contender('ours', 2), wrong, 'heavy')).toBeUndefined();
  });

  test('fewer calls for equal requests than for different ones mean that it deduplicates', () => {
    expect(deduplicates(contender('a', 1))).toBe(false);
    expect(deduplicates(contender('a', 1, { sameCalls: 0.5 }))).toBe(true);
    expect(deduplicates(wrong)).toBeUndefined();
  });

  test('each goal is judged by the figures of the same run', () => {
    const goals = goalsOf([contender('ours', 2), contender('stock', 24), contender('Hive Gateway', 5), contender('the limit', 1.6), wrong]);
    expect(goals.filter(({ sentence }) => sentence.startsWith('middle')).map(({ reached, isMet }) => [reached, isMet])).toEqual([
      [12, true],
      [2.5, false],
      [0.8, false],
      [1.25, false],
      [10, true],
    ]);
    expect(goals.some(({ sentence, isMet }) => sentence.startsWith('peak memory') && isMet)).toBe(true);
  });

  test('Hive Gateway is met without deduplication, in the mode that costs least', () => {
    const goals = goalsOf([
      contender('ours', 2),
      contender('Hive Gateway', 8),
      contender('Hive Gateway, native', 6),
      contender('Hive Gateway, native, deduplicating', 1, { sameCalls: 0.5 }),
    ]);
    expect(goals.find(({ sentence }) => sentence.startsWith('heavy: times cheaper than the best'))?.reached).toBe(3);
  });

  test('a goal against somebody who did not take part is not judged', () => {
    expect(goalsOf([contender('ours', 2), wrong]).length).toBe(0);
    expect(goalsOf([contender('stock', 2)])).toEqual([]);
  });
});

describe('the table', () => {
  const outcomes = [contender('ours', 2), contender('stock', 20), wrong];

  test('shows every contender, the machine, and why somebody is out', () => {
    const text = tableOf({ machine, outcomes, goals: goalsOf(outcomes) });
    expect(text).toContain('2 cores (Testing), load 1.3 at the start, Node 20.0.0');
    expect(text).toContain('| ours | 2 | 10 | – | 500 | 4 / 10 | 4 | 4 | 2 | 4 | off | 100 (200) |');
    expect(text).toContain('- Mercurius: Mercurius 1.0 — **out**: "heavy 0" was answered wrongly');
    expect(text).toContain('| heavy: times cheaper than stock | 10 | 10 | met |');
    expect(text).toContain('| middle: times cheaper than stock | 12 | 10 | **missed** |');
    const widths = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(' | ').length);
    expect(new Set(widths)).toEqual(new Set([12, 4]));
  });

  test('takes its place between two lines of the first page, and leaves the rest alone', () => {
    const page = 'before\n<!-- bench: written by npm run bench -- --write -->\nold\n<!-- bench ends -->\nafter\n';
    const table = shortTableOf({ day: '2026-11-23', machine, outcomes });
    const written = withTable(page, table);
    expect(written.startsWith('before\n<!-- bench: written by npm run bench -- --write -->\n\n|  | heavy: CPU ms a request |')).toBe(true);
    expect(written.endsWith('2026-11-23, 2 cores (Testing), load 1.3 at the start, Node 20.0.0.\n\n<!-- bench ends -->\nafter\n')).toBe(
      true,
    );
    expect(withTable(written, table)).toBe(written);
    expect(() => withTable('nothing', table)).toThrow('README.md has lost the lines');
  });
});
