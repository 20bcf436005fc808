import { describe, expect, test } from '@jest/globals';
import { type Fate, isPartial, type Sent } from '../src/saturation/open-loop.ts';
import { shortcomings, stepOf } from '../src/saturation/step.ts';

const sent = (count: number, fate: Fate, took: number, serviceClass: Sent['serviceClass'] = 'batch'): Sent[] =>
  Array.from({ length: count }, () => ({ serviceClass, fate, took }));

describe('more than the gateway can', () => {
  test('only right answers are useful, and interactive clients are counted apart', () => {
    const step = stepOf(
      2,
      10,
      [...sent(60, 'right', 20, 'interactive'), ...sent(40, 'right', 30), ...sent(95, 'shed', 4), ...sent(5, 'partial', 3_000)],
      100,
    );
    expect(step).toMatchObject({
      sent: 200,
      useful: 10,
      shed: 95,
      partial: 5,
      failed: 0,
      rightP50: 20,
      rightP99: 30,
      shedP99: 4,
      interactive: 1,
    });
  });

  test('a step that refuses fast and goes on answering falls short in nothing', () => {
    expect(
      shortcomings(10, [stepOf(2, 10, [...sent(60, 'right', 20, 'interactive'), ...sent(40, 'right', 30), ...sent(100, 'shed', 4)], 100)]),
    ).toEqual([]);
  });

  test('an answer whose missing parts are named is partial; one with another error has failed', () => {
    const reply = (body: unknown, status = 200) => ({ status, bytes: Buffer.from(JSON.stringify(body)) });
    const error = (code: string) => ({ message: 'no', extensions: { code } });
    expect(isPartial(reply({ data: {}, errors: [error('SUBGRAPH_UNAVAILABLE'), error('DEADLINE_EXCEEDED')] }))).toBe(true);
    expect(isPartial(reply({ data: {}, errors: [error('SUBGRAPH_UNAVAILABLE'), error('INTERNAL')] }))).toBe(false);
    expect(isPartial(reply({ data: {} }))).toBe(false);
    expect(isPartial(reply({ errors: [error('OVERLOADED')] }, 500))).toBe(false);
  });

  test('each shortcoming is said', () => {
    const bad = [
      ...sent(30, 'right', 900, 'interactive'),
      ...sent(1, 'shed', 10, 'interactive'),
      ...sent(100, 'shed', 200),
      ...sent(2, 'failed', 1),
    ];
    expect(shortcomings(10, [stepOf(2, 10, bad, 100)])).toEqual([
      'at 2 × capacity 2 requests failed',
      'at 2 × capacity 3 right answers a second come, less than 0.9 of 10',
      'at 2 × capacity the p99 of right answers is 900 ms, more than 500',
      'at 2 × capacity the p99 of refusals is 200 ms, more than 50',
      'at 2 × capacity 0.968 of the interactive requests were answered, less than 0.99',
    ]);
  });
});
