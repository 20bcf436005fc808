import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SqlCounter } from '@leader/subgraph-kit/testing/sql-counter';
import { openTestDatabase, patienceWithData } from '@leader/subgraph-kit/testing/test-database';
import { TestSubgraph, type TestViewer, testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { startInvestmentFund } from '../src/main.ts';
import { migrations } from '../src/persistence/migrations/migrations.ts';
import { seedWhenEmpty } from '../src/seed.ts';

export const seedDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../infra/local/seed');

export const companyId = (key: string) => encodeId('company', idFromName('company', key));
export const albi = companyId('cantepau-aerostructures');

export const fundTeam: TestViewer = {
  sub: 'fund',
  contract: 'internal',
  scopes: ['members:read', 'figures:read', 'fund:read', 'fund:manage'],
};
export const albiMember: TestViewer = { sub: 'member', contract: 'member', company: albi, scopes: ['members:read', 'fund:read'] };
export const hubMaroc: TestViewer = {
  sub: 'hub-maroc',
  contract: 'partner',
  hub: 'MA',
  class: 'partner',
  scopes: ['members:read', 'export:read'],
};

/** What membership tells about the Albi company: from 3.2 to 4 million euros, from 28 to 32 people, in three years. */
export const albiFacts = {
  country: 'FR',
  activitySection: 'C',
  siteDepartments: ['81'],
  closedOn: '2025-12-31',
  turnover: '4000000.00',
  currency: 'EUR',
  fte: 32,
  figuresSource: 'DECLARED',
  referenceClosedOn: '2022-12-31',
  referenceTurnover: '3200000.00',
  referenceFte: 28,
};

/** The real service on a seeded database of its own, on the day 2026-11-23. */
export async function startFund() {
  const seeded = await openTestDatabase({
    name: 'investment-fund',
    rows: [],
    migrations,
    seed: async (database) => {
      await seedWhenEmpty(database, seedDir);
    },
  });
  const statements = new SqlCounter();
  const server = await startInvestmentFund(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: seeded.url,
      IDENTITY_KEYS: [testIdentityKey],
      ...patienceWithData,
      FIXED_TODAY: parseLocalDate('2026-11-23'),
    },
    (text) => statements.record(text),
  );
  return {
    url: server.url,
    database: seeded.database,
    statements,
    graph: new TestSubgraph(server.url, 'investment-fund'),
    close: async () => {
      await server.close();
      await seeded.drop();
    },
  };
}
