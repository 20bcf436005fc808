import { databaseOf, metricsAddress, type SubgraphConfig, traceSettings } from '@leader/subgraph-kit/config/service-config';
import { startEvents } from '@leader/subgraph-kit/events/start-events';
import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { refusePendingMigrations } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { type RunningServer, startSubgraphServer } from '@leader/subgraph-kit/server/subgraph-server';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { readServiceConfig } from './config.ts';
import { subscriptions } from './events/membership-events.ts';
import type { ExportContext } from './graphql/context.ts';
import { loadersFor } from './graphql/loaders.ts';
import { subgraph } from './graphql/schema.ts';
import { orders, readsFrom } from './persistence/reads.ts';
import { migrations, rows } from './persistence/tables.ts';

export async function startExportAdvisor(config: SubgraphConfig, onStatement?: (text: string) => void): Promise<RunningServer> {
  const name = 'export-advisor';
  const log = openLog(name, config.LOG_LEVEL);
  const database = await openDatabase({ ...databaseOf(config), applicationName: name, rows, migrations, log, onStatement });
  try {
    await refusePendingMigrations(database);
    const calendar = calendarOf('Europe/Paris', config.FIXED_TODAY);
    const reads = readsFrom(database);
    const events = startEvents({ name, database, settings: config, log, subscriptions });
    return await startSubgraphServer<ExportContext>({
      name,
      schema: subgraph.schema,
      host: config.HOST,
      port: config.PORT,
      identityKeys: config.IDENTITY_KEYS,
      execution: config.EXECUTION,
      log,
      contextFor: (request) => {
        const today = calendar.today();
        return { ...request, today, reads, orders, loaders: loadersFor(reads, today) };
      },
      isReady: () => database.answers(),
      metrics: { address: metricsAddress(config), database },
      traces: traceSettings(config),
      events,
      onClose: async () => {
        await events.close();
        await database.close();
      },
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

await runWhenStarted(import.meta.url, () => startExportAdvisor(readServiceConfig()));
