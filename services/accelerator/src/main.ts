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
import type { AcceleratorContext } from './graphql/context.ts';
import { acceleratorLoaders } from './graphql/loaders.ts';
import { subgraph } from './graphql/schema.ts';
import { cohortPagesIn, cohortsIn } from './persistence/cohort.queries.ts';
import { memberStandingsIn } from './persistence/member-standing.queries.ts';
import { migrations } from './persistence/migrations/all.ts';
import { programsIn } from './persistence/program.queries.ts';

/** `onStatement` sees the text of every SQL statement, for tests that count. */
export async function startAccelerator(config: SubgraphConfig, onStatement?: (text: string) => void): Promise<RunningServer> {
  const log = openLog('accelerator', config.LOG_LEVEL);
  const calendar = calendarOf('Europe/Paris', config.FIXED_TODAY);
  const database = await openDatabase({ ...databaseOf(config), applicationName: 'accelerator', rows: [], migrations, log, onStatement });
  try {
    await refusePendingMigrations(database);
    const queries = {
      programs: programsIn(database),
      cohorts: cohortsIn(database),
      cohortPages: cohortPagesIn(database),
      standings: memberStandingsIn(database),
    };
    const events = startEvents({ name: 'accelerator', database, settings: config, log, subscriptions });
    return await startSubgraphServer<AcceleratorContext>({
      name: 'accelerator',
      schema: subgraph.schema,
      host: config.HOST,
      port: config.PORT,
      identityKeys: config.IDENTITY_KEYS,
      execution: config.EXECUTION,
      log,
      contextFor: (request) => {
        const today = calendar.today();
        return { ...request, today, loaders: acceleratorLoaders(queries, today) };
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

await runWhenStarted(import.meta.url, () => startAccelerator(readServiceConfig()));
