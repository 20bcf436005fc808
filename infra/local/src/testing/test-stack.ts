import { randomBytes } from 'node:crypto';
import type { Stack } from '../stack/stack.ts';
import { type StackOptions, startStack } from '../stack/start-stack.ts';
import { readyParts } from './ready-parts.ts';

/** The day of all tests of the whole network. */
const today = '2026-11-23';

export type TestStackOptions = Omit<StackOptions, 'adminUrl' | 'databaseUrls' | 'databasePrefix' | 'programs' | 'ready'>;

/**
 * The whole network for one test file: its own processes, on databases of its own that tell the story from its beginning.
 * Building, migrating and seeding were done once for all files of the run, by the very programs of `npm start`.
 */
export async function startTestStack(name: string, options: TestStackOptions = {}): Promise<Stack> {
  const dated = { fixedToday: today, ...options };
  const ready = await readyParts(`${name}_${randomBytes(4).toString('hex')}_`, dated.fixedToday);
  return startStack({ ...dated, ready });
}
