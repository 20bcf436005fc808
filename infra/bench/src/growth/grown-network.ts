import path from 'node:path';
import { systemEnvironment } from '@leader/local-stack/config';
import { freePort } from '@leader/local-stack/processes/free-port';
import { runErrand } from '@leader/local-stack/processes/one-shot';
import { SupervisedProcess } from '@leader/local-stack/processes/supervised-process';
import { provision } from '@leader/local-stack/provision/provision';
import { programsOfTheHouse, runTypeScript } from '@leader/local-stack/stack/programs';
import { databaseOf, services } from '@leader/local-stack/stack/services';
import { TestSubgraph, testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { growMembership } from './grow-membership.ts';

const today = '2026-11-23';
const service = 'membership';
const nameOf = (companies: number | undefined) => `grown_${companies ?? 'story'}`;

/** A membership service of its own process, on a database of its own, with as many companies as asked. */
export interface GrownNetwork {
  readonly companies: number;
  readonly pid: number;
  readonly graph: TestSubgraph;
  readonly stop: () => Promise<void>;
}

/**
 * Makes the database.
 *
 * @param companies how many there are to be; `undefined` for those of the story alone
 * @param folder for logs
 * @returns its address for the service
 */
export async function grow(adminUrl: string, folder: string, companies: number | undefined): Promise<string> {
  const name = nameOf(companies);
  const passwords = Object.fromEntries(services.flatMap((one) => ['owner', 'app'].map((role) => [`${databaseOf(one)}_${role}`, role])));
  const access = (await provision({ adminUrl, prefix: `${name}_`, passwords, overrides: {} }))[service];
  const { folder: home, migrate } = programsOfTheHouse.service(service);
  await runErrand({
    name: `the migration of ${name}`,
    args: runTypeScript(path.join(home, migrate)),
    folder: home,
    environment: {
      ...systemEnvironment(),
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      OWNER_DATABASE_URL: access.ownerUrl,
      SEED_DIR: programsOfTheHouse.seedFolder,
    },
    logFile: path.join(folder, `${name}.migrate.log`),
  });
  await growMembership(access.ownerUrl, companies ?? 0);
  return access.appUrl;
}

/** Starts the service on such a database. */
export async function serve(databaseUrl: string, folder: string, companies: number | undefined): Promise<GrownNetwork> {
  const name = nameOf(companies);
  const { folder: home, main } = programsOfTheHouse.service(service);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { kid, secret } = testIdentityKey;
  const program = new SupervisedProcess(
    {
      name,
      command: process.execPath,
      args: runTypeScript(path.join(home, main)),
      folder: home,
      environment: {
        ...systemEnvironment(),
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        FIXED_TODAY: today,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        IDENTITY_KEYS: `${kid}:${Buffer.from(secret).toString('base64url')}`,
      },
      logFile: path.join(folder, `${name}.log`),
      onLeash: true,
      stopSignal: 'SIGTERM',
      isReady: () =>
        fetch(`${url}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
    },
    console.error,
  );
  await program.start();
  const graph = new TestSubgraph(url, service);
  const staff = { sub: 'bench', contract: 'internal', scopes: ['members:read', 'branch:manage'] };
  const count = await graph.ask('{ companies(first: 1) { totalCount } }', { as: staff });
  return { companies: count.data.companies.totalCount, pid: program.pid ?? 0, graph, stop: () => program.stop() };
}
