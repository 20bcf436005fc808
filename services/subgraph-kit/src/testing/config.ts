import type { Execution } from '../server/subgraph-server.ts';

/**
 * Address of an administrator of the PostgreSQL that tests use.
 *
 * @throws Error when there is none: tests are run by `npm test`, which boots one.
 */
export function testAdminDatabaseUrl(): string {
  const url = process.env['TEST_ADMIN_DATABASE_URL'];
  if (!url) throw new Error('Tests need the PostgreSQL that npm test starts: run them with npm test.');
  return url;
}

/** How the servers of tests carry out operations: as in production, unless `EXECUTION=stock` says that plain Apollo Server has to pass as well. */
export function testExecution(): Execution {
  return process.env['EXECUTION'] === 'stock' ? 'stock' : 'compiled';
}
