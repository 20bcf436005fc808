import { describe, expect, test } from '@jest/globals';
import { LatestTexts } from './latest-texts.ts';

const length = (characters: number, number: number) => `${number} `.padEnd(characters, 'x');

/** Keeps so many texts of so many characters, and says which of them are still known. */
function stillKnown(texts: LatestTexts<number>, count: number, characters: number): number[] {
  const sent = Array.from({ length: count }, (_, number) => length(characters, number));
  for (const [number, text] of sent.entries()) texts.keep(text, number);
  return sent.flatMap((text) => texts.find(text) ?? []);
}

describe('what is known of the latest texts', () => {
  test('is found by the text, and of no other', () => {
    const texts = new LatestTexts<string>();
    texts.keep('{ a }', 'one');
    expect([texts.find('{ a }'), texts.find('{ b }')]).toEqual(['one', undefined]);
  });

  test('is of five hundred short ones, the oldest gone', () => {
    expect(stillKnown(new LatestTexts(), 510, 20)).toEqual(Array.from({ length: 500 }, (_, number) => number + 10));
  });

  test('is of no more than a million characters, however few texts hold them', () => {
    expect(stillKnown(new LatestTexts(), 100, 16 * 1024)).toEqual(Array.from({ length: 64 }, (_, number) => number + 36));
  });

  test('gives its room back: after long ones as many short ones are known as ever', () => {
    const texts = new LatestTexts<number>();
    stillKnown(texts, 100, 16 * 1024);
    expect(stillKnown(texts, 500, 20)).toHaveLength(500);
  });

  test('counts a text once, however often it is sent', () => {
    const texts = new LatestTexts<number>();
    for (let time = 0; time < 1_000; time += 1) texts.keep(length(16 * 1024, 0), 0);
    texts.keep('{ a }', 1);
    expect([texts.find(length(16 * 1024, 0)), texts.find('{ a }')]).toEqual([0, 1]);
  });

  test('is not of one that is longer than any of use', () => {
    expect(stillKnown(new LatestTexts(), 1, 16 * 1024 + 1)).toEqual([]);
  });
});
