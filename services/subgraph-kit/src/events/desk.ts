import type { Log } from '../log/log.ts';
import { openDatabase } from '../postgres/database.ts';
import { operate, WrongCommand } from './operate.ts';

/**
 * Carries out one command of an operator on the database of a service that tells others, and prints what came of it.
 *
 * @param url address of the database; the role that runs the service is enough
 * @returns 0, or 2 for a command that there is not
 */
export async function attendDesk(url: string, words: readonly string[], log: Log): Promise<number> {
  const database = await openDatabase({ url, applicationName: 'events desk', rows: [], migrations: [], log });
  try {
    for (const line of await operate(database, words)) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongCommand)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    await database.close();
  }
}
