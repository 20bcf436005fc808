import path from 'node:path';
import { systemEnvironment } from '../src/config.ts';
import type { ClusterSettings } from '../src/postgres/cluster.ts';

export function clusterSettings(home: string, changes: Partial<ClusterSettings> = {}): ClusterSettings {
  return {
    home,
    logFile: path.join(path.dirname(home), 'postgresql.log'),
    password: 'first-password',
    passwordIsNew: false,
    durable: true,
    environment: systemEnvironment(),
    announce: () => {},
    ...changes,
  };
}
