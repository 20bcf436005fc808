import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { type GraphQLSchema, printSchema } from 'graphql';
import { pino } from 'pino';
import { gatewaySettings } from '../../src/config.ts';
import { type ComposedContract, composedContracts } from '../../src/contracts/contract.ts';
import type { CostEvent, CostReport } from '../../src/cost/charge.ts';
import type { DocumentUse } from '../../src/documents/trusted-documents.ts';
import type { ObservedFetch } from '../../src/execution/execution.ts';
import { type FrontDoor, openFrontDoor } from '../../src/front-door.ts';
import { SmallIssuer } from './small-issuer.ts';
import { SmallSubgraph, type SmallSubgraphParts } from './small-subgraph.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads an answer whose shape its own document fixes.
  readonly data: any;
  readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string; reference: string } }[];
  /** What the answer says that it cost. */
  readonly cost: CostReport;
  readonly text: string;
}

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

/** A busy machine may take its time: a test of what a limit does sets that limit itself. */
const patience = { REQUEST_TIMEOUT: '60000', FETCH_TIMEOUT: '50000', ADMISSION_PATIENCE: '50000' };

/** A whole network in one test: an issuer, subgraphs on ports, the gateway before them. */
export class SmallNetwork {
  readonly fetches: ObservedFetch[] = [];
  readonly documents: DocumentUse[] = [];
  readonly costs: CostEvent[] = [];
  readonly logged: string[] = [];
  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly issuer: SmallIssuer,
    private readonly subgraphs: ReadonlyMap<string, SmallSubgraph>,
    private readonly door: { current: FrontDoor | undefined },
  ) {}

  /**
   * @param edit what becomes of the supergraph between composing and serving it
   * @param contracts what some contracts show; the others show everything
   */
  static async start(
    parts: readonly SmallSubgraphParts[],
    settings: Record<string, string> = {},
    edit: (supergraphSdl: string) => string = (sdl) => sdl,
    contracts: Partial<Record<ComposedContract, string>> = {},
  ): Promise<SmallNetwork> {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-test-'));
    const issuer = new SmallIssuer();
    const subgraphs = parts.map((one) => new SmallSubgraph(one, { kid: 'test', secret: randomBytes(32) }));
    await writeFile(join(folder, 'supergraph.graphql'), edit(composed(subgraphs)));
    const everything = printSchema(apiOf(composed(subgraphs)));
    for (const contract of composedContracts) await writeFile(join(folder, `${contract}.graphql`), contracts[contract] ?? everything);
    const urls = await Promise.all(subgraphs.map(async (subgraph) => `${subgraph.name}=${await subgraph.listen()}`));
    const config = readConfig(gatewaySettings, {
      NODE_ENV: 'test',
      PORT: '0',
      ISSUER: await issuer.listen(),
      SUPERGRAPH_FILE: join(folder, 'supergraph.graphql'),
      CONTRACTS_DIR: folder,
      SUPERGRAPH_POLL: '50',
      SITE_DIR: join(folder, 'no-site'),
      SUBGRAPH_URLS: urls.join(','),
      SUBGRAPH_IDENTITY_KEYS: subgraphs.map(({ name, key }) => `${name}=${key.kid}:${key.secret.toString('base64url')}`).join(','),
      ...patience,
      ...settings,
    });
    const network: { current?: SmallNetwork } = {};
    const log = pino({ level: 'debug' }, { write: (line: string) => network.current?.logged.push(line) });
    const door = await openFrontDoor(config, log, {
      fetch: (one) => network.current?.fetches.push(one),
      document: (use) => network.current?.documents.push(use),
      cost: (event) => network.current?.costs.push(event),
    });
    network.current = new SmallNetwork(door.url, folder, issuer, new Map(subgraphs.map((one) => [one.name, one])), { current: door });
    return network.current;
  }

  get metricsUrl(): string {
    const url = this.door.current?.metricsUrl;
    if (!url) throw new Error('no figures');
    return url;
  }

  subgraph(name: string): SmallSubgraph {
    const found = this.subgraphs.get(name);
    if (!found) throw new Error(`no subgraph ${name}`);
    return found;
  }

  async ask(query: string, options: AskOptions = {}): Promise<Answer> {
    return this.post(JSON.stringify({ query, variables: options.variables, operationName: options.operationName }), options.headers);
  }

  /** Sends bytes as they are, to see what happens to those that make no sense. */
  async post(body: string | Uint8Array | undefined, headers: Record<string, string> = {}): Promise<Answer> {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: body as string }),
    };
    const response = await fetch(`${this.url}/graphql`, request);
    const text = await response.text();
    const { data = null, errors = [], extensions } = JSON.parse(text);
    return { status: response.status, headers: response.headers, data, errors, cost: extensions?.cost, text };
  }

  /** Restores every subgraph and forgets what was seen. */
  reset(): void {
    this.fetches.length = 0;
    this.documents.length = 0;
    this.costs.length = 0;
    this.logged.length = 0;
    this.issuer.isDown = false;
    for (const subgraph of this.subgraphs.values()) {
      subgraph.fault = undefined;
      subgraph.isReady = true;
      subgraph.received.length = 0;
    }
  }

  async closeDoor(): Promise<void> {
    const door = this.door.current;
    this.door.current = undefined;
    await door?.close();
  }

  async close(): Promise<void> {
    await this.closeDoor();
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.close()));
    await this.issuer.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Composes subgraphs as `npm run schema:compose` does. */
export function composed(subgraphs: readonly Pick<SmallSubgraph, 'name' | 'typeDefs'>[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.subgraph.invalid/graphql` })),
  );
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

/** What clients can see at all of a supergraph. */
export function apiOf(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().toGraphQLJSSchema();
}

/** Errors as `path: CODE`, sorted, for comparing. */
export function placesOf(answer: Pick<Answer, 'errors'>): string[] {
  return answer.errors.map((error) => `${(error.path ?? ['-']).join('.')}: ${error.extensions.code}`).sort();
}
