import { signIn } from '../issuer/sign-in.ts';
import { personaByKey, personas } from '../personas.ts';
import type { SupervisedProcess } from '../processes/supervised-process.ts';
import type { Access } from '../provision/provision.ts';
import type { SiteBuilds } from './build-sites.ts';
import type { StackDatabase } from './database.ts';
import { addressOf, gatewayPart, type PartName, type Plan } from './parts.ts';
import { type ServiceName, services } from './services.ts';

export type Parts = ReadonlyMap<PartName, SupervisedProcess>;

/** A running network on this machine: PostgreSQL, issuer, four subgraphs and the gateway. */
export class Stack {
  readonly url: string;
  readonly issuer: string;

  constructor(
    readonly directory: string,
    private readonly plan: Plan,
    private readonly database: StackDatabase,
    private readonly parts: Parts,
    private readonly release: () => void,
    private readonly sites?: SiteBuilds,
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

  /** What the gateway was started with, so that a test can open another one beside it and watch it from within. */
  get gatewayEnvironment(): NodeJS.ProcessEnv {
    return { ...gatewayPart(this.plan).environment, PORT: '0', METRICS_PORT: '0' };
  }

  /** Where each part lets its figures be read. */
  get metrics(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.plan.metricsPorts).map(([name, port]) => [name, `${addressOf(port)}/metrics`]));
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
    await this.sites?.stop();
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

/** The gateway lets requests under way finish before the subgraphs go, and those before the database. */
export async function stopInOrder(parts: Parts): Promise<void> {
  await parts.get('gateway')?.stop();
  await Promise.all(services.map((service) => parts.get(service)?.stop()));
  await parts.get('issuer')?.stop();
}
