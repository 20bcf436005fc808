import { setTimeout as pause } from 'node:timers/promises';

/** As long as a busy machine may need; a test that fails is slow, not one that passes. */
const patience = 60_000;

/** Waits until something holds that happens by itself. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) if (await holds()) return;
  throw new Error('it never came to hold');
}
