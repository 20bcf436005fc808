import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { migrationSettings, subgraphSettings } from '@leader/subgraph-kit/config/service-config';

export const readServiceConfig = () => readConfig(subgraphSettings, process.env);
export const readMigrationConfig = () => readConfig(migrationSettings, process.env);
