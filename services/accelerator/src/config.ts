import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { migrationSettings, type SubgraphConfig, subgraphSettings } from '@leader/subgraph-kit/config/service-config';

export const readServiceConfig = (): SubgraphConfig => readConfig(subgraphSettings, process.env);

export const readMigrationConfig = () => readConfig(migrationSettings, process.env);
