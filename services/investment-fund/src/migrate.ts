import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { migrate } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { migrationConfig } from './config.ts';
import { migrations } from './persistence/migrations/migrations.ts';
import { seedWhenEmpty } from './seed.ts';

/** Brings the database up to date and, when it holds nothing, tells it the invented story. */
async function prepareDatabase(): Promise<undefined> {
  const config = migrationConfig();
  const database = await openDatabase({
    url: config.OWNER_DATABASE_URL,
    applicationName: 'investment-fund migrations',
    rows: [],
    migrations,
    log: openLog('investment-fund migrations', config.LOG_LEVEL),
    statementTimeout: 0,
  });
  try {
    const ran = await migrate(database);
    const seeded = await seedWhenEmpty(database, config.SEED_DIR);
    console.log(`investment-fund: ${ran.length} migration(s), ${seeded ? 'seeded' : 'nothing to seed'}`);
  } finally {
    await database.close();
  }
}

await runWhenStarted(import.meta.url, prepareDatabase);
