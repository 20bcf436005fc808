import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { migrate } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { readMigrationConfig } from './config.ts';
import { migrations, rows } from './persistence/tables.ts';
import { seedWhenEmpty } from './seed.ts';

await runWhenStarted(import.meta.url, async () => {
  const config = readMigrationConfig();
  const log = openLog('export-advisor-migrate', config.LOG_LEVEL);
  const database = await openDatabase({
    url: config.OWNER_DATABASE_URL,
    applicationName: 'export-advisor-migrate',
    rows,
    migrations,
    log,
    statementTimeout: 0,
  });
  try {
    const ran = await migrate(database);
    const today = calendarOf('Europe/Paris', config.FIXED_TODAY).today();
    const seeded = config.SEED_DIR ? await seedWhenEmpty(database, config.SEED_DIR, today) : false;
    process.stdout.write(`export-advisor: ${ran.length} migration(s) run, ${seeded ? 'story told' : 'data left as it was'}\n`);
  } finally {
    await database.close();
  }
  return undefined;
});
