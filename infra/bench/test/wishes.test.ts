import { describe, expect, test } from '@jest/globals';
import { readWishes } from '../src/wishes.ts';

const parts = ['gateway', 'growth'];

describe('what whoever runs the bench asks for', () => {
  test('without a word, every part', () => {
    expect(readWishes([], parts).only).toEqual(parts);
  });

  test('the parts that are named, and how many rounds', () => {
    const { only, rounds, write } = readWishes(['--only', 'growth', '--rounds', '3', '--write'], parts);
    expect({ only, rounds, write }).toEqual({ only: ['growth'], rounds: 3, write: true });
    expect(readWishes(['--only', 'growth,gateway'], parts).only).toEqual(['growth', 'gateway']);
  });

  test.each([
    [['--only', 'speed'], 'There is no part "speed" of the bench: choose from gateway, growth.'],
    [['--rounds', '0'], '--rounds is "0", and must be a whole number above 0.'],
    [['--rounds', '1.5'], '--rounds is "1.5", and must be a whole number above 0.'],
    [['--seconds', 'long'], '--seconds is "long", and must be a number above 0.'],
    [
      ['--faster'],
      "Unknown option '--faster': the bench knows --only, --rounds, --seconds, --contender, --companies, --operations, --reloads, --write, --profile.",
    ],
  ])('%j is refused in a sentence', (words, sentence) => {
    expect(() => readWishes(words, parts)).toThrow(sentence);
  });
});
