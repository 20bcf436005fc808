import path from 'node:path';
import { systemEnvironment } from '../config.ts';
import type { Program } from '../processes/supervised-process.ts';
import type { Access } from '../provision/provision.ts';
import { issuerProgram, migrationName, type Programs } from './programs.ts';
import type { Secrets } from './secrets.ts';
import { eventRoute, receiversOf, type ServiceName, sendersOf, services } from './services.ts';

export type PartName = ServiceName | 'issuer' | 'gateway';
/** A part that lets its figures be read. */
export type WatchedPart = Exclude<PartName, 'issuer'>;

/** What a migration must be told. */
export interface MigrationPlan {
  readonly directory: string;
  readonly programs: Programs;
  /** The built file of a program. */
  readonly fileOf: (name: string) => string;
  readonly access: Record<ServiceName, Access>;
  readonly logLevel: string;
  readonly fixedToday: string | undefined;
  /** Receiver of traces, by OTLP over HTTP. */
  readonly tracesTo: string | undefined;
}

/** All that the processes of a stack must be told. */
export interface Plan extends MigrationPlan {
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<PartName, number>>;
  readonly metricsPorts: Readonly<Record<WatchedPart, number>>;
  /** Put over what a service or the gateway is started with. */
  readonly overrides: Overrides | undefined;
}

export type Overrides = (name: PartName) => NodeJS.ProcessEnv;

const host = '127.0.0.1';
const keyName = 'local';

export function addressOf(port: number): string {
  return `http://${host}:${port}`;
}

export function issuerPart(plan: Plan): Program {
  return part(plan, 'issuer', issuerProgram, {
    KEYS_DIR: plan.directory,
    GATEWAY_URL: addressOf(plan.ports.gateway),
    CLIENT_SECRETS: Object.entries(plan.secrets.clients)
      .map((entry) => entry.join('='))
      .join(','),
  });
}

export function subgraphPart(plan: Plan, service: ServiceName): Program {
  return part(plan, service, plan.programs.service(service), {
    DATABASE_URL: plan.access[service].appUrl,
    IDENTITY_KEYS: `${keyName}:${plan.secrets.identity[service]}`,
    METRICS_PORT: String(plan.metricsPorts[service]),
    ...patienceWithData,
    ...events(plan, service),
    ...calendar(plan),
    ...plan.overrides?.(service),
  });
}

/** Whom a service tells and from whom it hears: an address and a key for each pair, and nobody else's. */
function events({ ports, secrets }: Plan, service: ServiceName): NodeJS.ProcessEnv {
  const key = (sender: ServiceName, receiver: ServiceName) => `${keyName}:${secrets.events[eventRoute(sender, receiver)]}`;
  const receivers = receiversOf(service);
  return {
    EVENT_RECEIVERS: receivers.map((receiver) => `${receiver}=${addressOf(ports[receiver])}`).join(','),
    EVENT_KEYS: receivers.map((receiver) => `${receiver}=${key(service, receiver)}`).join(','),
    EVENT_SENDER_KEYS: sendersOf(service)
      .map((sender) => `${sender}=${key(sender, service)}`)
      .join(','),
  };
}

export function gatewayPart(plan: Plan): Program {
  return part(plan, 'gateway', plan.programs.gateway, {
    SUBGRAPH_URLS: services.map((service) => `${service}=${addressOf(plan.ports[service])}`).join(','),
    SUBGRAPH_IDENTITY_KEYS: services.map((service) => `${service}=${keyName}:${plan.secrets.identity[service]}`).join(','),
    ISSUER: addressOf(plan.ports.issuer),
    METRICS_PORT: String(plan.metricsPorts.gateway),
    ...patience,
    ...plan.overrides?.('gateway'),
  });
}

/** In megabytes, twice what Node gives. What a request leaves behind is gone before the next look; more room only holds more memory (docs/decisions/0022-*). */
export const roomForTheYoung = '--max-semi-space-size=32';

/** A developer's machine does ten other things at once; what is a fault in production is a busy moment here. */
const patience = { REQUEST_TIMEOUT: '10000', FETCH_TIMEOUT: '8000', ADMISSION_PATIENCE: '4000' };
const patienceWithData = { SESSION_TIMEOUT: '6000', STATEMENT_TIMEOUT: '5000' };

/** What a service's migration step is started with. */
export function migrationOf(plan: MigrationPlan, service: ServiceName) {
  return {
    name: `the migration of ${service}`,
    args: runBuilt(plan, migrationName(service)),
    folder: plan.programs.service(service).folder,
    environment: {
      ...surroundings(plan),
      OWNER_DATABASE_URL: plan.access[service].ownerUrl,
      SEED_DIR: plan.programs.seedFolder,
      ...calendar(plan),
    },
    logFile: path.join(plan.directory, 'logs', `${service}.migrate.log`),
  };
}

function part(plan: Plan, name: PartName, program: { folder: string }, settings: NodeJS.ProcessEnv): Program {
  const port = plan.ports[name];
  return {
    name,
    command: process.execPath,
    args: [roomForTheYoung, ...runBuilt(plan, name)],
    folder: program.folder,
    environment: { ...surroundings(plan), HOST: host, PORT: String(port), ...settings },
    logFile: path.join(plan.directory, 'logs', `${name}.log`),
    onLeash: true,
    stopSignal: 'SIGTERM',
    isReady: () => isReady(`${addressOf(port)}/health/ready`),
  };
}

/** Errors then name the place in the source. */
function runBuilt(plan: MigrationPlan, name: string): string[] {
  return ['--enable-source-maps', plan.fileOf(name)];
}

function surroundings(plan: MigrationPlan): NodeJS.ProcessEnv {
  const traces = plan.tracesTo === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: plan.tracesTo };
  return { ...systemEnvironment(), NODE_ENV: 'development', LOG_LEVEL: plan.logLevel, ...traces };
}

function calendar({ fixedToday }: MigrationPlan): NodeJS.ProcessEnv {
  return fixedToday ? { FIXED_TODAY: fixedToday } : {};
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
