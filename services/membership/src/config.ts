import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { deskSettings, migrationSettings, type SubgraphConfig, subgraphSettings } from '@leader/subgraph-kit/config/service-config';

export function serviceConfig(): SubgraphConfig {
  return readConfig(subgraphSettings, process.env);
}

/** For the operator's desk: one command of one person. */
export function deskConfig() {
  return readConfig(deskSettings, process.env);
}

export function migrationConfig() {
  return readConfig(migrationSettings, process.env);
}
