import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isFaultless } from './findings.ts';
import { KillingGround } from './killing.ts';

let ground: KillingGround;
beforeAll(async () => {
  ground = await KillingGround.open();
});
afterAll(() => ground?.close());

describe('sender, receiver and PostgreSQL, killed at random moments', () => {
  test('lose nothing, do nothing twice and keep the order of every shelf', async () => {
    const { seed: _, kills, crashes, ...found } = await ground.round(1, { kills: 5 });
    expect(crashes).toBe(0);
    expect(kills.sender + kills.receiver + kills.postgres).toBe(5);
    expect(found.committed).toBeGreaterThan(50);
    expect({ found, isFaultless: isFaultless(found) }).toEqual({ found, isFaultless: true });
    // Nine starts of processes and whatever was written meanwhile to be told: a slow machine needs minutes.
  }, 400_000);

  test('are caught when the sender tells of a change in another transaction', async () => {
    const { seed: _, kills: __, crashes: ___, ...found } = await ground.round(3, { kills: 4, flaw: 'no transaction' });
    expect(isFaultless(found)).toBe(false);
  }, 400_000);
});
