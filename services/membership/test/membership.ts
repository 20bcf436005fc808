import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '@leader/subgraph-kit/postgres/database';
import type { RunningServer } from '@leader/subgraph-kit/server/subgraph-server';
import { SqlCounter } from '@leader/subgraph-kit/testing/sql-counter';
import { openTestDatabase, patienceWithData, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { TestSubgraph, type TestViewer, testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { startMembership } from '../src/main.ts';
import { migrations, rows } from '../src/persistence/tables.ts';
import { seedWhenEmpty } from '../src/seed.ts';

export const today = '2026-11-23' as LocalDate;
const seedDir = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../infra/local/seed');

export const companyId = (key: string) => encodeId('company', idFromName('company', key));
export const branchId = (code: string) => encodeId('branch', idFromName('branch', code));
export const albi = companyId('cantepau-aerostructures');

const words = (text: string) => text.split(' ');

export const staff: TestViewer = {
  sub: 'staff',
  contract: 'internal',
  scopes: words('members:read members:write figures:read branch:manage'),
};
export const member: TestViewer = { sub: 'member', contract: 'member', scopes: ['members:read'], company: albi };
export const hub: TestViewer = {
  sub: 'hub-maroc',
  contract: 'partner',
  scopes: ['members:read', 'export:read'],
  hub: 'MA',
  branch: 'maroc',
};
export const reporter: TestViewer = { sub: 'reporter', contract: 'reporting', scopes: ['members:read', 'reports:read'] };

export interface RunningMembership {
  readonly graph: TestSubgraph;
  readonly url: string;
  readonly database: Database;
  readonly statements: SqlCounter;
  stop(): Promise<void>;
}

/** The service over HTTP on a database of its own that holds the invented network. */
export async function runningMembership(): Promise<RunningMembership> {
  const own: TestDatabase = await openTestDatabase({
    name: 'membership',
    rows,
    migrations,
    seed: async (database) => {
      await seedWhenEmpty(database, seedDir, today);
    },
    seedName: 'network',
  });
  const statements = new SqlCounter();
  const server: RunningServer = await startMembership(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: own.url,
      IDENTITY_KEYS: [testIdentityKey],
      ...patienceWithData,
      FIXED_TODAY: today,
    },
    (text) => statements.record(text),
  );
  return {
    graph: new TestSubgraph(server.url, 'membership'),
    url: server.url,
    database: own.database,
    statements,
    stop: async () => {
      await server.close();
      await own.drop();
    },
  };
}
