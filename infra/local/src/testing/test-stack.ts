import { randomBytes } from 'node:crypto';
import type { Overrides } from '../stack/parts.ts';
import type { Stack } from '../stack/stack.ts';
import { type StackOptions, startStack } from '../stack/start-stack.ts';
import { readyParts } from './ready-parts.ts';

/** The day of all tests of the whole network. */
const today = '2026-11-23';

/** A busy machine may take its time: what these limits do has tests of its own. */
const patience = { REQUEST_TIMEOUT: '60000', FETCH_TIMEOUT: '50000', ADMISSION_PATIENCE: '50000' };
const patienceWithData = { SESSION_TIMEOUT: '40000', STATEMENT_TIMEOUT: '40000' };
const patient: Overrides = (name) => (name === 'gateway' ? patience : patienceWithData);

export type TestStackOptions = Omit<StackOptions, 'adminUrl' | 'databaseUrls' | 'databasePrefix' | 'programs' | 'ready'>;

/**
 * The whole network for one test file: its own processes, on databases of its own that tell the story from its beginning.
 * Building, migrating and seeding were done once for all files of the run, by the very programs of `npm start`.
 */
export async function startTestStack(name: string, options: TestStackOptions = {}): Promise<Stack> {
  const settings = { fixedToday: today, overrides: patient, ...options };
  const ready = await readyParts(`${name}_${randomBytes(4).toString('hex')}_`, settings.fixedToday);
  return startStack({ ...settings, ready });
}
