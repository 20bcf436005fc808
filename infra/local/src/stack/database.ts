import path from 'node:path';
import { systemEnvironment } from '../config.ts';
import { postgresAccount } from '../postgres/account.ts';
import { Cluster } from '../postgres/cluster.ts';
import { clusterHome } from '../postgres/cluster-home.ts';
import { connectAs } from '../provision/connect.ts';
import { type Access, provision } from '../provision/provision.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';
import { type ServiceName, services } from './services.ts';

export interface DatabaseSettings {
  readonly directory: string;
  readonly adminUrl: string | undefined;
  readonly databaseUrls: Partial<Record<ServiceName, string>>;
  readonly databasePrefix: string;
  readonly secrets: Secrets;
  readonly secretsAreNew: boolean;
  readonly progress: Progress;
}

/** The PostgreSQL of a stack, ours or yours, with what each service needs in it. */
export interface StackDatabase {
  readonly access: Record<ServiceName, Access>;
  /** Ours, when it is not yours. */
  readonly cluster: Cluster | undefined;
}

/** Starts or finds PostgreSQL and prepares every service's database; refuses with one sentence. */
export async function openStackDatabase(settings: DatabaseSettings, signal: AbortSignal | undefined): Promise<StackDatabase> {
  const { databaseUrls, progress, secrets, databasePrefix } = settings;
  const needsAdministrator = services.some((service) => !databaseUrls[service]);
  const cluster = needsAdministrator && !settings.adminUrl ? await startCluster(settings, signal) : undefined;
  try {
    signal?.throwIfAborted();
    progress.begin('databases');
    await Promise.all(
      Object.entries(databaseUrls).map(([service, url]) => connectAs(`the role of ${service}`, url).then((client) => client.end())),
    );
    const adminUrl = settings.adminUrl ?? cluster?.adminUrl ?? '';
    const access = await provision({ adminUrl, prefix: databasePrefix, passwords: secrets.roles, overrides: databaseUrls });
    progress.done('databases', 'one per service, each with an owner and an app role');
    return { access, cluster };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

async function startCluster(
  { directory, secrets, secretsAreNew, progress }: DatabaseSettings,
  signal: AbortSignal | undefined,
): Promise<Cluster> {
  progress.begin('PostgreSQL');
  const home = clusterHome(directory, postgresAccount());
  if (!home.startsWith(directory)) progress.note(`PostgreSQL cannot enter ${directory} and keeps its data in ${home}`);
  const cluster = await Cluster.start(
    {
      home,
      logFile: path.join(directory, 'logs/postgresql.log'),
      password: secrets.postgres,
      passwordIsNew: secretsAreNew,
      durable: true,
      environment: systemEnvironment(),
      announce: (sentence) => progress.note(sentence),
    },
    signal,
  );
  progress.done('PostgreSQL', `${cluster.version.split('-')[0]} on port ${cluster.port}, data in ${cluster.dataFolder}`);
  return cluster;
}
