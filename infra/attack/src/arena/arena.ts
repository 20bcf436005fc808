import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSecrets } from '@leader/local-stack/stack/secrets';
import { type ServiceName, services } from '@leader/local-stack/stack/services';
import type { Stack } from '@leader/local-stack/stack/stack';
import { type StackOptions, startStack } from '@leader/local-stack/stack/start-stack';
import { type IdentityKey, parseIdentityKeys } from '@leader/subgraph-kit/identity/identity-token';
import pg from 'pg';
import { Witness, witnessed } from '../witness/witness.ts';
import { type Canary, planted, secretsAsCanaries } from './canaries.ts';
import { type Digest, digestOf, innerNamesOf } from './databases.ts';
import type { Principal } from './principals.ts';

export type DoorName = 'gateway' | ServiceName;

/** Where requests go in, and the witness behind it. */
export interface Door {
  readonly name: DoorName;
  readonly url: string;
  readonly witness: Witness;
}

export interface ArenaOptions {
  /** Starts the network, unless it is to be one as `npm start` makes it. */
  readonly start?: (options: Pick<StackOptions, 'logLevel' | 'overrides'>) => Promise<Stack>;
  /** Put over the gateway's settings, to see that something is caught when a limit is off. */
  readonly gatewaySettings?: NodeJS.ProcessEnv;
}

const tokenLife = 8 * 60_000;

/** What is told to others by the clock would be taken for the work of a request. The doors for what others tell stay open. */
const nobodyListens = { EVENT_RECEIVERS: '', EVENT_KEYS: '' };

/** Buckets have tests of their own: here it would be the speed of the machine that decides who is told to come later. */
const fullPurses = Object.fromEntries(
  ['INTERACTIVE', 'PARTNER', 'BATCH'].flatMap((name) => [
    [`COST_BUCKET_${name}`, '100000000'],
    [`COST_RESTORE_${name}`, '100000000'],
  ]),
);

/** The whole network with production settings, a witness in each process, and canaries in private places. */
export class Arena {
  readonly patience = 20_000;
  private readonly tokens = new Map<Principal, { token: string; since: number }>();

  private constructor(
    readonly stack: Stack,
    readonly doors: ReadonlyMap<DoorName, Door>,
    readonly canaries: readonly Canary[],
    /** Names of tables, constraints and indexes that no answer may hold. */
    readonly innerNames: readonly string[],
    private readonly folder: string,
  ) {}

  static async open(options: ArenaOptions = {}): Promise<Arena> {
    const folder = mkdtempSync(path.join(tmpdir(), 'leader-attack-'));
    const production = { NODE_ENV: 'production', ...witnessed(folder) };
    const stack = await (options.start ?? startStack)({
      logLevel: 'debug',
      overrides: (name) => ({ ...production, ...(name === 'gateway' ? { ...fullPurses, ...options.gatewaySettings } : nobodyListens) }),
    });
    try {
      for (const { service, plant } of planted) await run(ownerOf(stack, service), (client) => client.query(plant));
      const doors = await Promise.all(
        (['gateway', ...services] as const).map(async (name) => [name, await doorOf(stack, folder, name)] as const),
      );
      const names = await Promise.all(services.map((service) => run(ownerOf(stack, service), innerNamesOf)));
      return new Arena(stack, new Map(doors), [...planted, ...secretsAsCanaries(secretsOf(stack))], names.flat(), folder);
    } catch (error) {
      await stack.close();
      throw error;
    }
  }

  door(name: DoorName): Door {
    const door = this.doors.get(name);
    if (!door) throw new Error(`there is no door ${name}`);
    return door;
  }

  /** Ports that no client should hear of. */
  get innerPorts(): string[] {
    const database = new URL(this.stack.databaseOf('membership').ownerUrl).port;
    return [...services.map((service) => new URL(this.door(service).url).port), database];
  }

  /** The keys with which the gateway signs for a subgraph: an attacker who has taken the gateway has them. */
  keyOf(service: ServiceName): IdentityKey {
    const secret = readSecrets(this.stack.directory)?.identity[service] ?? '';
    return parseIdentityKeys(`local:${secret}`)[0] as IdentityKey;
  }

  /** A good token, renewed before it expires. */
  async token(principal: Principal): Promise<string | undefined> {
    if (principal === 'anonymous') return undefined;
    const known = this.tokens.get(principal);
    if (known && Date.now() - known.since < tokenLife) return known.token;
    const token = await this.stack.token(principal);
    this.tokens.set(principal, { token, since: Date.now() });
    return token;
  }

  /** What stands in the databases, as a number of rows and a sum for each table. */
  async digest(): Promise<Digest> {
    const parts = await Promise.all(services.map((service) => run(ownerOf(this.stack, service), (client) => digestOf(service, client))));
    return new Map(parts.flatMap((part) => [...part]));
  }

  /** Writes behind everybody's back, to see that it is noticed. */
  async write(service: ServiceName, statement: string): Promise<void> {
    await run(ownerOf(this.stack, service), (client) => client.query(statement));
  }

  /** Everything that the processes have written. */
  logs(): string {
    const folder = path.join(this.stack.directory, 'logs');
    return readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
  }

  async close(): Promise<void> {
    for (const { witness } of this.doors.values()) witness.close();
    await this.stack.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function doorOf(stack: Stack, folder: string, name: DoorName): Promise<Door> {
  return { name, url: stack.addressOf(name), witness: await Witness.in(folder, stack.pidOf(name)) };
}

function secretsOf(stack: Stack): string[] {
  const secrets = readSecrets(stack.directory);
  if (!secrets) throw new Error('the stack keeps its secrets elsewhere');
  return [secrets.postgres, ...[secrets.roles, secrets.identity, secrets.clients].flatMap((group) => Object.values(group))];
}

function ownerOf(stack: Stack, service: ServiceName): string {
  return stack.databaseOf(service).ownerUrl;
}

async function run<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
