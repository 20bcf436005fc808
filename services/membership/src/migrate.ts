import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { migrate } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { migrationConfig } from './config.ts';
import { stateAll } from './events/publication.ts';
import { migrations, rows } from './persistence/tables.ts';
import { seedWhenEmpty } from './seed.ts';

/** Brings the database up to date and, when it holds nobody, tells it the invented story. */
async function prepareDatabase(): Promise<undefined> {
  const config = migrationConfig();
  const database = await openDatabase({
    url: config.OWNER_DATABASE_URL,
    applicationName: 'membership migrations',
    rows,
    migrations,
    log: openLog('membership migrations', config.LOG_LEVEL),
    statementTimeout: 0,
  });
  try {
    const ran = await migrate(database);
    const today = calendarOf('Europe/Paris', config.FIXED_TODAY).today();
    const seeded = await seedWhenEmpty(database, config.SEED_DIR, today);
    // Whoever was there before anybody listened, or stands otherwise by a rule that changed.
    await stateAll(database);
    console.log(`membership: ${ran.length} migration(s), ${seeded ? 'seeded' : 'nothing to seed'}`);
  } finally {
    await database.close();
  }
}

await runWhenStarted(import.meta.url, prepareDatabase);
