import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is yes. Answers whether it came in time. */
export async function waitUntil(question: () => boolean | Promise<boolean>, patience: number, interval = 100): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (await question()) return true;
    await pause(interval);
  }
  return question();
}
