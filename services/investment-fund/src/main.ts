import { databaseOf, metricsAddress, type SubgraphConfig, traceSettings } from '@leader/subgraph-kit/config/service-config';
import { startEvents } from '@leader/subgraph-kit/events/start-events';
import { openLog } from '@leader/subgraph-kit/log/log';
import { openDatabase } from '@leader/subgraph-kit/postgres/database';
import { refusePendingMigrations } from '@leader/subgraph-kit/postgres/migrations';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { type RunningServer, startSubgraphServer } from '@leader/subgraph-kit/server/subgraph-server';
import { calendarOf } from '@leader/subgraph-kit/values/calendar';
import { serviceConfig } from './config.ts';
import { subscriptions } from './events/membership-events.ts';
import { loadersOver } from './graphql/loaders.ts';
import { subgraph } from './graphql/schema.ts';
import { fundsIn } from './persistence/fund.queries.ts';
import { memberStandingsIn } from './persistence/member-standing.queries.ts';
import { migrations } from './persistence/migrations/migrations.ts';

/** @param onStatement called before each SQL statement, for tests that count them */
export async function startInvestmentFund(config: SubgraphConfig, onStatement?: (text: string) => void): Promise<RunningServer> {
  const name = 'investment-fund';
  const log = openLog(name, config.LOG_LEVEL);
  const calendar = calendarOf('Europe/Paris', config.FIXED_TODAY);
  const database = await openDatabase({ ...databaseOf(config), applicationName: name, rows: [], migrations, log, onStatement });
  try {
    await refusePendingMigrations(database);
    const funds = fundsIn(database);
    const standings = memberStandingsIn(database);
    const events = startEvents({ name, database, settings: config, log, subscriptions });
    return await startSubgraphServer({
      name,
      schema: subgraph.schema,
      host: config.HOST,
      port: config.PORT,
      identityKeys: config.IDENTITY_KEYS,
      execution: config.EXECUTION,
      log,
      contextFor: (request) => ({ ...request, today: calendar.today(), loaders: loadersOver(funds, standings) }),
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

await runWhenStarted(import.meta.url, () => startInvestmentFund(serviceConfig()));
