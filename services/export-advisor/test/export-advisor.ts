import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testExecution } from '@leader/subgraph-kit/testing/config';
import { openTestDatabase, patienceWithData, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { TestSubgraph, type TestViewer, testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { startExportAdvisor } from '../src/main.ts';
import { migrations, rows } from '../src/persistence/tables.ts';
import { seedWhenEmpty } from '../src/seed.ts';

export const today = parseLocalDate('2026-11-23');
export const seedDir = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../infra/local/seed');

export const companyId = (key: string) => encodeId('company', idFromName('company', key));
export const branchId = (code: string) => encodeId('branch', idFromName('branch', code));

export const member: TestViewer = {
  sub: 'member',
  contract: 'member',
  company: companyId('cantepau-aerostructures'),
  scopes: ['members:read', 'export:read'],
};
export const staff: TestViewer = { sub: 'staff', contract: 'internal', scopes: ['members:read', 'figures:read', 'export:read'] };
export const hubApp: TestViewer = {
  sub: 'hub-maroc',
  contract: 'partner',
  hub: 'MA',
  class: 'partner',
  scopes: ['members:read', 'export:read'],
};
export const reporter: TestViewer = { sub: 'reporter', contract: 'reporting', scopes: ['members:read', 'reports:read'] };

export interface RunningAdvisor {
  readonly subgraph: TestSubgraph;
  readonly url: string;
  readonly data: TestDatabase;
  stop(): Promise<void>;
}

/** The service itself, on a database of its own that knows the story of the seed. */
export async function runningAdvisor(): Promise<RunningAdvisor> {
  const data = await openTestDatabase({
    name: 'export-advisor',
    rows,
    migrations,
    seed: async (database) => {
      await seedWhenEmpty(database, seedDir, today);
    },
    seedName: 'story',
  });
  const config = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_URL: data.url,
    IDENTITY_KEYS: [testIdentityKey],
    ...patienceWithData,
    EXECUTION: testExecution(),
    FIXED_TODAY: today,
  } as const;
  const server = await startExportAdvisor({ ...config, IDENTITY_KEYS: [...config.IDENTITY_KEYS] }, (text) => data.statements.record(text));
  return {
    subgraph: new TestSubgraph(server.url, 'export-advisor'),
    url: server.url,
    data,
    stop: async () => {
      await server.close();
      await data.drop();
    },
  };
}
