import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDataDirectory, takeDataDirectory } from '../data-directory.ts';
import { runErrand } from '../processes/one-shot.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import type { Access } from '../provision/provision.ts';
import { buildPrograms } from './build.ts';
import { SiteBuilds } from './build-sites.ts';
import { openStackDatabase } from './database.ts';
import { addressOf, gatewayPart, issuerPart, migrationOf, type Overrides, type PartName, type Plan, subgraphPart } from './parts.ts';
import { choosePorts, requireFreePort } from './ports.ts';
import { filesOf, type Programs, programsOfTheHouse, unnamed } from './programs.ts';
import { type Progress, quietly } from './progress.ts';
import { secretsIn } from './secrets.ts';
import { forEachService, type ServiceName, services } from './services.ts';
import { type Parts, Stack, stopInOrder } from './stack.ts';
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
  /** Receiver of traces, by OTLP over HTTP; nothing is traced without. */
  readonly tracesTo?: string | undefined;
  readonly logLevel?: string;
  readonly progress?: Progress;
  readonly programs?: Programs;
  /** What was made before this start, so that nothing is built, provisioned, migrated or seeded. */
  readonly ready?: ReadyParts;
  /** Parts that nobody will ask. */
  readonly without?: readonly PartName[];
  /** Put over what a service or the gateway is started with: production settings, a witness inside the process. */
  readonly overrides?: Overrides;
  /** Builds what browsers are served, unless nothing of it changed. */
  readonly buildSites?: boolean;
  readonly signal?: AbortSignal;
}

/** The programs as they run, and databases that hold what they are to hold. */
export interface ReadyParts {
  /** The built file of a program. */
  readonly fileOf: (name: string) => string;
  readonly access: Record<ServiceName, Access>;
  /** Of the databases' roles, by role. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Starts a whole stack and answers when its gateway is ready; refuses with one sentence and leaves nothing running. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { progress = quietly, signal, ready } = options;
  await requireFreePort(options.port ?? 0);
  const directory = openDataDirectory(options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'leader-stack-')));
  const giveBack = takeDataDirectory(directory);
  const release = () => {
    forgetStack(directory);
    giveBack();
    if (!options.dataDirectory) rmSync(directory, { recursive: true, force: true });
  };
  try {
    const { secrets, areNew } = secretsIn(directory, ready && { roles: ready.passwords });
    const programs = options.programs ?? programsOfTheHouse;
    const building = ready ? Promise.resolve(ready.fileOf) : buildPrograms(filesOf(programs), path.join(directory, 'programs'), unnamed);
    // Heard below, once the database is there: until then a failure must not end the process.
    building.catch(() => {});
    const { adminUrl, databaseUrls = {}, databasePrefix = '' } = options;
    const settings = { directory, adminUrl, databaseUrls, databasePrefix, secrets, secretsAreNew: areNew, progress };
    const database = ready ? { access: ready.access, cluster: undefined } : await openStackDatabase(settings, signal);
    let parts: Parts = new Map();
    let sites: SiteBuilds | undefined;
    try {
      const ports = await choosePorts(directory, options.port ?? 0);
      const plan: Plan = {
        directory,
        programs,
        fileOf: await building,
        secrets,
        access: database.access,
        ports: ports.parts,
        metricsPorts: ports.metrics,
        logLevel: options.logLevel ?? 'info',
        fixedToday: options.fixedToday,
        tracesTo: options.tracesTo,
        overrides: options.overrides,
      };
      parts = partsOf(plan, progress, options.without);
      sites = options.buildSites ? new SiteBuilds(plan, progress) : undefined;
      await Promise.all([startParts(plan, parts, ready === undefined, progress, signal), sites?.first()]);
      signal?.throwIfAborted();
      sites?.begin();
      return announced(new Stack(directory, plan, database, parts, release, sites));
    } catch (error) {
      await sites?.stop();
      await stopInOrder(parts);
      await database.cluster?.stop();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

/** Tells the other programs of this machine where the stack is. */
function announced(stack: Stack): Stack {
  const subgraphs = Object.fromEntries(services.map((service) => [service, stack.addressOf(service)]));
  const databases = Object.fromEntries(services.map((service) => [service, withoutPassword(stack.databaseOf(service).appUrl)]));
  announceStack(stack.directory, { url: stack.url, issuer: stack.issuer, subgraphs, metrics: stack.metrics, databases });
  return stack;
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

function partsOf(plan: Plan, progress: Progress, without: readonly string[] = []): Parts {
  const programs = [gatewayPart(plan), ...services.map((service) => subgraphPart(plan, service)), issuerPart(plan)];
  const wanted = programs.filter(({ name }) => !without.includes(name));
  return new Map(
    wanted.map((program) => [program.name as PartName, new SupervisedProcess(program, (sentence) => progress.note(sentence))]),
  );
}

/** Migrations and starts overlap: a service starts as soon as its own database is ready. */
async function startParts(plan: Plan, parts: Parts, migrates: boolean, progress: Progress, signal: AbortSignal | undefined): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([failure.signal, ...(signal ? [signal] : [])]);
  const start = async (name: PartName) => {
    const part = parts.get(name);
    await part?.start(stop);
    if (part && !stop.aborted) progress.done(name, addressOf(plan.ports[name]));
  };
  for (const name of parts.keys()) progress.begin(name);
  const service = async (name: ServiceName) => {
    if (migrates) progress.done(name, `data: ${await runErrand(migrationOf(plan, name), stop)}`);
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
