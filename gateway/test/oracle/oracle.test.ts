import { expect, test } from '@jest/globals';
import { operations, seed } from './config.ts';
import { playRounds } from './rounds.ts';

test(`of graphs that are made up, any question gets what one server without borders would answer (seed ${seed})`, async () => {
  const { wrong, ...figures } = await playRounds(seed, operations);
  console.info(`seed ${seed}: ${JSON.stringify(figures)}`);
  expect(wrong.join('\n\n')).toBe('');
  expect(figures.asked).toBeGreaterThanOrEqual(operations);
  // Patience for a busy machine; on its own it takes half a minute.
}, 600_000);
