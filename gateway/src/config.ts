import { fileURLToPath } from 'node:url';
import { portSetting, processSettings } from '@leader/subgraph-kit/config/service-config';
import { type IdentityKey, parseIdentityKeys } from '@leader/subgraph-kit/identity/identity-token';
import { z } from 'zod';
import { pairs, readNetworks, readOrigins } from './config-forms.ts';
import { costRules, costSettings } from './cost/cost-settings.ts';
import { type Adoption, adoptions } from './documents/manifest.ts';
import { limitSettings, requestLimits } from './limits/limit-settings.ts';
import type { SubgraphAddress } from './transport/line.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const milliseconds = z.coerce.number().int().min(1).max(600_000);

const settings = processSettings.extend({
  HOST: z.string().default('127.0.0.1'),
  PORT: portSetting.default(4000),
  SUPERGRAPH_FILE: z.string().default(fromHere('../../schema/supergraph.graphql')),
  /** Folder with the SDL of each contract, delivered together with the supergraph. */
  CONTRACTS_DIR: z.string().default(fromHere('../../schema/contracts')),
  /** How often these files are looked at, in milliseconds. */
  SUPERGRAPH_POLL: milliseconds.default(1_000),
  /** `name=http://host:port`, separated by commas. */
  SUBGRAPH_URLS: pairs('name=http://host:port', readUrl),
  /** `name=kid:base64url`, separated by commas. */
  SUBGRAPH_IDENTITY_KEYS: pairs('name=kid:base64url', readKey),
  /** Folder of the manifests of trusted documents. */
  DOCUMENTS_DIR: z.string().default(fromHere('../../schema/documents')),
  /** `name=off|log|enforce`, separated by commas; a name is a `client_id`, or a contract for everybody else of it. */
  DOCUMENT_ADOPTION: pairs('client=off, client=log or client=enforce', readAdoption).prefault(''),
  ISSUER: z.url({ protocol: /^https?$/ }),
  AUDIENCE: z.string().min(1).default('network-api'),
  /** File of those whose older tokens count no longer; nobody's without one. Looked at this often, in milliseconds, a minute at most. */
  DENIED_SUBJECTS_FILE: z.string().min(1).optional(),
  DENIED_SUBJECTS_POLL: z.coerce.number().int().min(1).max(60_000).default(5_000),
  /** Page shown at `/` in a browser. */
  HOME_PAGE: z.string().default(fromHere('../pages/home.html')),
  /** Folder of a built site that is served at `/` in place of that page. */
  SITE_DIR: z.string().default(fromHere('../../clients/console/dist')),
  /** The page at `/graphiql`: on, unless this is production. */
  GRAPHIQL: z.enum(['on', 'off']).optional(),
  GRAPHIQL_DIR: z.string().default(fromHere('../../clients/graphiql/dist')),
  /** Who carries plans out: our own execution, or (`stock`) that of the gateway library, every request through Apollo Server. */
  EXECUTION: z.enum(['compiled', 'stock']).default('compiled'),
  /** Longest time for a whole request and for one fetch from a subgraph, in milliseconds. */
  REQUEST_TIMEOUT: milliseconds.default(3_000),
  FETCH_TIMEOUT: milliseconds.default(1_500),
  /** Largest answer of a subgraph, in bytes. */
  LARGEST_ANSWER: z.coerce
    .number()
    .int()
    .min(1)
    .default(4 * 1024 * 1024),
  /** Connections to one subgraph. */
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(64),
  /** Requests that are worked on at the same time, at most; that may wait; and for how many milliseconds. Who would wait behind one that has waited for a quarter of it is refused; so is a batch, once there has been no room for half of it. */
  ADMISSION_CONCURRENCY: z.coerce.number().int().min(1).max(10_000).default(200),
  ADMISSION_QUEUE: z.coerce.number().int().min(0).max(10_000).default(400),
  ADMISSION_PATIENCE: milliseconds.default(1_000),
  /** How many of the latest fetches from a subgraph decide, from which share of failures on it is left alone, and for how many milliseconds. */
  BREAKER_WINDOW: z.coerce.number().int().min(2).max(1_000).default(20),
  BREAKER_FAILURES: z.coerce.number().min(0.01).max(1).default(0.5),
  BREAKER_REST: milliseconds.default(1_000),
  /** Longest time for the headers of a request to arrive, and for the whole request, in milliseconds. */
  HEADER_TIMEOUT: milliseconds.default(5_000),
  ARRIVAL_TIMEOUT: milliseconds.default(10_000),
  /** Longest time in which a client may take nothing of its answer, in milliseconds. */
  DEPARTURE_TIMEOUT: milliseconds.default(30_000),
  /** Connections of clients; the next one is closed at once. */
  CLIENT_CONNECTIONS: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** Origins whose pages may ask from a browser, separated by commas; none unless listed. */
  ALLOWED_ORIGINS: z.string().default('').transform(readOrigins),
  /** Who may ask the graph about itself, `everybody` or `schema-readers`; in production only tokens with `schema:read`, unless told otherwise. */
  INTROSPECTION: z.enum(['everybody', 'schema-readers']).optional(),
  /** Addresses or networks of proxies whose word about the client's address counts, separated by commas; nobody's unless listed. */
  TRUSTED_PROXIES: z.string().default('').transform(readNetworks),
  /** Whether who asks may say which trace its request belongs to (`yes` behind a proxy of ours that says so itself); otherwise the trace only points there. */
  TRUST_TRACEPARENT: z.enum(['yes', 'no']).default('no'),
  ...limitSettings,
  ...costSettings,
});

export const gatewaySettings = settings
  .refine((config) => sameNames(config.SUBGRAPH_URLS, config.SUBGRAPH_IDENTITY_KEYS), {
    path: ['SUBGRAPH_IDENTITY_KEYS'],
    message: 'it must hold one key for each subgraph of SUBGRAPH_URLS, and no other',
  })
  .transform(({ SUBGRAPH_URLS, SUBGRAPH_IDENTITY_KEYS, ...config }) => ({
    ...config,
    subgraphs: addresses(SUBGRAPH_URLS, SUBGRAPH_IDENTITY_KEYS),
    limits: requestLimits(config),
    cost: costRules(config, config.NODE_ENV === 'production'),
    INTROSPECTION: config.INTROSPECTION ?? (config.NODE_ENV === 'production' ? 'schema-readers' : ('everybody' as const)),
  }));

export type GatewayConfig = z.output<typeof gatewaySettings>;

/** The environment of this process. The only place that looks at it. */
export const environment = process.env;

/**
 * Keeps the vendor's libraries from reporting to the vendor. They look into the environment by themselves, so it has
 * to happen there, and before they are used.
 */
export function silenceVendor(target: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(target)) if (name.startsWith('APOLLO_')) delete target[name];
  target['APOLLO_TELEMETRY_DISABLED'] = 'true';
}

function readUrl(text: string): URL | undefined {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return undefined;
  return new URL('/graphql', text);
}

function readAdoption(text: string): Adoption | undefined {
  return adoptions.find((one) => one === text);
}

function readKey(text: string): IdentityKey | undefined {
  try {
    return parseIdentityKeys(text)[0];
  } catch {
    return undefined;
  }
}

function sameNames(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): boolean {
  return left.size === right.size && [...left.keys()].every((name) => right.has(name));
}

function addresses(urls: ReadonlyMap<string, URL>, keys: ReadonlyMap<string, IdentityKey>): ReadonlyMap<string, SubgraphAddress> {
  return new Map([...urls].map(([name, url]) => [name, { url, key: keys.get(name) as IdentityKey }]));
}
