import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { migrationSettings, type SubgraphConfig, subgraphSettings } from '@leader/subgraph-kit/config/service-config';

export function serviceConfig(): SubgraphConfig {
  return readConfig(subgraphSettings, process.env);
}

export function migrationConfig() {
  return readConfig(migrationSettings, process.env);
}
