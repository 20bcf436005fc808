import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { openLog } from '@leader/subgraph-kit/log/log';
import { runWhenStarted } from '@leader/subgraph-kit/server/run-process';
import { environment, gatewaySettings } from './config.ts';
import { openFrontDoor } from './front-door.ts';

await runWhenStarted(import.meta.url, async () => {
  const config = readConfig(gatewaySettings, environment);
  return openFrontDoor(config, openLog('gateway', config.LOG_LEVEL));
});
