import { attendDesk } from '@leader/subgraph-kit/events/desk';
import { openLog } from '@leader/subgraph-kit/log/log';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { deskConfig } from './config.ts';

await runWhenStarted(import.meta.url, async () => {
  const config = deskConfig();
  process.exitCode = await attendDesk(config.DATABASE_URL, process.argv.slice(2), openLog('membership events', config.LOG_LEVEL));
  return undefined;
});
