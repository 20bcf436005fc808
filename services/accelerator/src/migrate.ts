import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { migrate } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { readMigrationConfig } from './config.ts';
import { migrations } from './persistence/migrations/all.ts';
import { seedWhenEmpty } from './seed.ts';

await runWhenStarted(import.meta.url, async () => {
  const config = readMigrationConfig();
  const log = openLog('accelerator-migrate', config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
  const database = await openDatabase({
    url: config.OWNER_DATABASE_URL,
    applicationName: 'accelerator-migrate',
    rows: [],
    migrations,
    log,
    statementTimeout: 0,
  });
  try {
    const done = await migrate(database);
    const seeded = config.SEED_DIR
      ? await seedWhenEmpty(database, config.SEED_DIR, calendarOf('Europe/Paris', config.FIXED_TODAY).today())
      : false;
    process.stdout.write(
      `accelerator: ${done.length === 0 ? 'nothing to migrate' : `${done.length} migration(s) run`}${seeded ? ', seeded' : ''}\n`,
    );
  } finally {
    await database.close();
  }
  return undefined;
});
