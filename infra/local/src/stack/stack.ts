import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { openDataDirectory, takeDataDirectory } from '../data-directory.ts';
import { signIn } from '../issuer/sign-in.ts';
import { personaByKey, personas } from '../personas.ts';
import { freePort, portIsFree } from '../processes/free-port.ts';
import { runErrand } from '../processes/one-shot.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import type { Access } from '../provision/provision.ts';
import { openStackDatabase, type StackDatabase } from './database.ts';
import { addressOf, gatewayPart, issuerPart, migrationOf, type Plan, subgraphPart } from './parts.ts';
import { rememberedPorts, rememberPorts } from './ports.ts';
import { type Programs, programsOfTheHouse } from './programs.ts';
import { type Progress, quietly } from './progress.ts';
import { secretsIn } from './secrets.ts';
import { forEachService, type ServiceName, services } from './services.ts';
import { announceStack, forgetStack } from './stack-file.ts';

export interface StackOptions {
  /** Of the gateway; 0, as unless told otherwise, for any free one. */
  readonly port?: number;
  /** Kept when given; otherwise a temporary folder, removed at the end. */
  readonly dataDirectory?: string;
  /** Administrator of a PostgreSQL to use in place of an embedded one. */
  readonly adminUrl?: string | undefined;
  readonly databaseUrls?: Partial<Record<ServiceName, string>>;
  /** Put before every database and role, so that several stacks share one PostgreSQL. */
  readonly databasePrefix?: string;
  /** Freezes the calendar of the services, yyyy-mm-dd. */
  readonly fixedToday?: string | undefined;
  readonly logLevel?: string;
  readonly progress?: Progress;
  readonly programs?: Programs;
  readonly signal?: AbortSignal;
}

export type PartName = ServiceName | 'issuer' | 'gateway';

/** A running network on this machine: PostgreSQL, issuer, four subgraphs and the gateway. */
export class Stack {
  readonly url: string;
  readonly issuer: string;

  constructor(
    readonly directory: string,
    private readonly plan: Plan,
    private readonly database: StackDatabase,
    private readonly parts: ReadonlyMap<PartName, SupervisedProcess>,
    private readonly release: () => void,
  ) {
    this.url = addressOf(plan.ports.gateway);
    this.issuer = addressOf(plan.ports.issuer);
  }

  /** Addresses of a service's database, for tests that look behind the graph. */
  databaseOf(service: ServiceName): Access {
    return this.plan.access[service];
  }

  addressOf(name: PartName): string {
    return addressOf(this.plan.ports[name]);
  }

  pidOf(name: PartName): number | undefined {
    return this.part(name).pid;
  }

  /** An access token of a persona; refuses an unknown one. */
  async token(key: string): Promise<string> {
    const persona = personaByKey(key);
    if (!persona) throw new Error(`There is no persona ${key}: take one of ${personas.map((one) => one.key).join(', ')}.`);
    return signIn(persona, this.issuer, (client) => this.plan.secrets.clients[client]);
  }

  stopService(name: PartName): Promise<void> {
    return this.part(name).stop();
  }

  startService(name: PartName): Promise<void> {
    return this.part(name).start();
  }

  /** Stops everything in order: the door first, the data last. */
  async close(): Promise<void> {
    await stopInOrder(this.parts);
    await this.database.cluster?.stop();
    this.release();
  }

  /** Ends everything at once. PostgreSQL loses nothing by it: its log repeats the last steps. */
  kill(): void {
    for (const part of this.parts.values()) part.kill();
    this.database.cluster?.kill();
    this.release();
  }

  private part(name: PartName): SupervisedProcess {
    const part = this.parts.get(name);
    if (!part) throw new Error(`The stack has no part ${name}.`);
    return part;
  }
}

/** Starts a whole stack and answers when its gateway is ready; refuses with one sentence and leaves nothing running. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { progress = quietly, signal } = options;
  await requireFreePort(options.port ?? 0);
  const directory = openDataDirectory(options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'leader-stack-')));
  const giveBack = takeDataDirectory(directory);
  const release = () => {
    forgetStack(directory);
    giveBack();
    if (!options.dataDirectory) rmSync(directory, { recursive: true, force: true });
  };
  try {
    const { secrets, areNew } = secretsIn(directory);
    const database = await openStackDatabase(
      {
        directory,
        adminUrl: options.adminUrl,
        databaseUrls: options.databaseUrls ?? {},
        databasePrefix: options.databasePrefix ?? '',
        secrets,
        secretsAreNew: areNew,
        progress,
      },
      signal,
    );
    const plan: Plan = {
      directory,
      programs: options.programs ?? programsOfTheHouse,
      secrets,
      access: database.access,
      ports: await choosePorts(directory, options.port ?? 0),
      logLevel: options.logLevel ?? 'info',
      fixedToday: options.fixedToday,
    };
    const parts = partsOf(plan, progress);
    try {
      await startParts(plan, parts, progress, signal);
      signal?.throwIfAborted();
    } catch (error) {
      await stopInOrder(parts);
      await database.cluster?.stop();
      throw error;
    }
    const stack = new Stack(directory, plan, database, parts, release);
    const subgraphs = Object.fromEntries(services.map((service) => [service, stack.addressOf(service)]));
    announceStack(directory, { url: stack.url, issuer: stack.issuer, subgraphs });
    return stack;
  } catch (error) {
    release();
    throw error;
  }
}

function partsOf(plan: Plan, progress: Progress): ReadonlyMap<PartName, SupervisedProcess> {
  const programs = [gatewayPart(plan), ...services.map((service) => subgraphPart(plan, service)), issuerPart(plan)];
  return new Map(programs.map((program) => [program.name as PartName, new SupervisedProcess(program, (sentence) => progress.note(sentence))]));
}

/** Migrations and starts overlap: a service starts as soon as its own database is ready. */
async function startParts(plan: Plan, parts: ReadonlyMap<PartName, SupervisedProcess>, progress: Progress, signal: AbortSignal | undefined): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([failure.signal, ...(signal ? [signal] : [])]);
  const start = async (name: PartName) => {
    await parts.get(name)?.start(stop);
    if (!stop.aborted) progress.done(name, addressOf(plan.ports[name]));
  };
  for (const name of parts.keys()) progress.begin(name);
  const service = async (name: ServiceName) => {
    const outcome = await runErrand(migrationOf(plan, name), stop);
    progress.done(`${name}`, outcome);
    await start(name);
  };
  const work = [forEachService(service), start('issuer'), start('gateway')];
  try {
    await Promise.all(work);
  } catch (error) {
    failure.abort();
    await Promise.allSettled(work);
    signal?.throwIfAborted();
    throw error;
  }
}

/** The gateway lets requests under way finish before the subgraphs go, and those before the database. */
async function stopInOrder(parts: ReadonlyMap<PartName, SupervisedProcess>): Promise<void> {
  await parts.get('gateway')?.stop();
  await Promise.all(services.map((service) => parts.get(service)?.stop()));
  await parts.get('issuer')?.stop();
}

async function requireFreePort(port: number): Promise<void> {
  if (port === 0 || (await portIsFree(port))) return;
  throw new CannotStart(`Port ${port} is taken by another program: stop that program, or choose another port with PORT, e.g. PORT=${port + 1} npm start.`);
}

/** Ports of earlier are taken again where they are free, so that addresses and tokens outlive a restart. */
async function choosePorts(directory: string, gateway: number): Promise<Plan['ports']> {
  const wishes = rememberedPorts(directory);
  const chosen = new Set<number>();
  const choose = async (wish: number | undefined): Promise<number> => {
    const port = await freePort(wish);
    if (chosen.has(port)) return choose(undefined);
    chosen.add(port);
    return port;
  };
  const ports: Record<string, number> = { gateway: gateway || (await choose(wishes['gateway'])) };
  for (const name of ['issuer', ...services]) ports[name] = await choose(wishes[name]);
  rememberPorts(directory, ports);
  return ports as Plan['ports'];
}
