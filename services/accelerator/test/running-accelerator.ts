import path from 'node:path';
import { openTestDatabase, patienceWithData, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { TestSubgraph, type TestViewer, testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { startAccelerator } from '../src/main.ts';
import { migrations } from '../src/persistence/migrations/all.ts';
import { seedWhenEmpty } from '../src/seed.ts';
import { today } from './builders.ts';

export const seedDir = path.resolve(import.meta.dirname, '../../../infra/local/seed');
export const companyId = encodeId('company', idFromName('company', 'cantepau-aerostructures'));
export const otherCompanyId = encodeId('company', idFromName('company', 'another'));
export const programId = (code: string) => encodeId('program', idFromName('program', code));

export const anonymous: TestViewer = {};
export const member: TestViewer = {
  sub: 'member',
  contract: 'member',
  company: companyId,
  scopes: ['members:read', 'accelerator:read', 'export:read', 'fund:read'],
};
export const staff: TestViewer = { sub: 'staff', contract: 'internal', scopes: ['members:read', 'figures:read', 'accelerator:read'] };
export const hub: TestViewer = {
  sub: 'hub-maroc',
  contract: 'partner',
  class: 'partner',
  hub: 'MA',
  scopes: ['members:read', 'export:read'],
};

export interface RunningAccelerator {
  readonly accelerator: TestSubgraph;
  readonly url: string;
  readonly testDatabase: TestDatabase;
  /** Statements that the service sent while the work ran. */
  statementsDuring(work: () => Promise<unknown>): Promise<string[]>;
  stop(): Promise<void>;
}

/** The real service on a database of its own that tells the story as of 23 November 2026. */
export async function runAccelerator(): Promise<RunningAccelerator> {
  const testDatabase = await openTestDatabase({
    name: 'accelerator',
    rows: [],
    migrations,
    seed: async (database) => {
      await seedWhenEmpty(database, seedDir, today);
    },
    seedName: `story on ${today}`,
  });
  let sent: string[] = [];
  const server = await startAccelerator(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: testDatabase.url,
      IDENTITY_KEYS: [testIdentityKey],
      ...patienceWithData,
      FIXED_TODAY: today,
    },
    (text) => sent.push(text),
  );
  return {
    accelerator: new TestSubgraph(server.url, 'accelerator'),
    url: server.url,
    testDatabase,
    statementsDuring: async (work) => {
      sent = [];
      await work();
      return sent;
    },
    stop: async () => {
      await server.close();
      await testDatabase.drop();
    },
  };
}
