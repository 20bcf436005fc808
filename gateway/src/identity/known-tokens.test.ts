import { describe, expect, test } from '@jest/globals';
import { anonymous, type Caller } from './caller.ts';
import { KnownTokens } from './known-tokens.ts';

const someone: Caller = { ...anonymous, subject: 'person-1' };
const someoneElse: Caller = { ...anonymous, subject: 'person-2' };

function known(moment: number, most: number) {
  const clock = { time: 1_000 };
  return { clock, tokens: new KnownTokens(moment, most, () => clock.time) };
}

describe('a token that was verified', () => {
  test('is known for a moment, and not for longer', () => {
    const { clock, tokens } = known(30, 10);
    tokens.remember('token', someone, 9_000);
    clock.time += 29;
    expect(tokens.callerOf('token')).toBe(someone);
    clock.time += 1;
    expect(tokens.callerOf('token')).toBeUndefined();
    clock.time -= 1;
    expect(tokens.callerOf('token')).toBeUndefined();
  });

  test('is never known beyond its own end', () => {
    const { clock, tokens } = known(30, 10);
    tokens.remember('token', someone, 1_010);
    clock.time += 9;
    expect(tokens.callerOf('token')).toBe(someone);
    clock.time += 1;
    expect(tokens.callerOf('token')).toBeUndefined();
  });

  test('says nothing about another one, not even one that differs in its last sign', () => {
    const { tokens } = known(30, 10);
    tokens.remember('token-a', someone, 9_000);
    tokens.remember('token-b', someoneElse, 9_000);
    expect([tokens.callerOf('token-a'), tokens.callerOf('token-b'), tokens.callerOf('token-c')]).toEqual([someone, someoneElse, undefined]);
  });

  test('gives way to newer ones when there are too many', () => {
    const { tokens } = known(30, 2);
    for (const token of ['a', 'b', 'c']) tokens.remember(token, someone, 9_000);
    expect(['a', 'b', 'c'].map((token) => tokens.callerOf(token) !== undefined)).toEqual([false, true, true]);
  });
});
