import { z } from 'zod';
import { parseIdentityKeys } from '../identity/identity-token.ts';
import type { MetricsAddress } from '../telemetry/metrics-server.ts';
import type { TraceSettings } from '../telemetry/traces.ts';
import { parseLocalDate } from '../values/local-date.ts';
import { eventSettings, everyReceiverHasAKey } from './event-settings.ts';

/** A port number; 0 lets the system choose. */
export const portSetting = z.coerce.number().int().min(0).max(65_535);

const milliseconds = z.coerce.number().int().min(1).max(600_000);

export const identityKeysSetting = z.string().transform((text, context) => {
  try {
    return parseIdentityKeys(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const dateSetting = z.string().transform((text, context) => {
  try {
    return parseLocalDate(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** What every process reads: how to run, how much to log, and where it lets itself be watched. */
export const processSettings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Where `GET /metrics` answers: an address of its own, on this machine only unless a host is named, and nowhere without a port. */
  METRICS_HOST: z.string().optional(),
  METRICS_PORT: portSetting.optional(),
  /** Where traces are sent, by OTLP over HTTP, and which share of the requests is traced. Nothing is sent unless an address is given. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  TRACE_SHARE: z.coerce.number().min(0).max(1).optional(),
});

/** Where a process sends its traces, if it does. */
export function traceSettings({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  TRACE_SHARE: share = 1,
}: z.output<typeof processSettings>): TraceSettings | undefined {
  return endpoint === undefined ? undefined : { endpoint, share };
}

/** The address at which a process lets its figures be read, if it does. */
export function metricsAddress(config: z.output<typeof processSettings>): MetricsAddress | undefined {
  return config.METRICS_PORT === undefined ? undefined : { host: config.METRICS_HOST ?? '127.0.0.1', port: config.METRICS_PORT };
}

/** What every subgraph reads. `FIXED_TODAY` freezes the calendar for tests and is refused in production. */
export const subgraphSettings = processSettings
  .extend({
    HOST: z.string().default('127.0.0.1'),
    PORT: portSetting,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Longest wait for a session of the database, and longest statement, in milliseconds. */
    SESSION_TIMEOUT: milliseconds.default(2_000),
    STATEMENT_TIMEOUT: milliseconds.default(1_000),
    IDENTITY_KEYS: identityKeysSetting,
    FIXED_TODAY: dateSetting.optional(),
    /** How operations are carried out: `compiled` unless said otherwise, or by Apollo Server as it comes (`stock`). */
    EXECUTION: z.enum(['compiled', 'stock']).optional(),
    ...eventSettings,
  })
  .refine(everyReceiverHasAKey, { path: ['EVENT_KEYS'], message: 'it must hold a key for each receiver of EVENT_RECEIVERS' })
  .refine((config) => !(config.NODE_ENV === 'production' && config.FIXED_TODAY), {
    path: ['FIXED_TODAY'],
    message: 'the calendar cannot be frozen in production',
  });

export type SubgraphConfig = z.output<typeof subgraphSettings>;

/** Where the database of a subgraph is, and how long it may take. */
export function databaseOf({ DATABASE_URL: url, SESSION_TIMEOUT: sessionTimeout, STATEMENT_TIMEOUT: statementTimeout }: SubgraphConfig) {
  return { url, sessionTimeout, statementTimeout };
}

/** What the operator's desk of a service that tells others reads: the address with which the service itself runs. */
export const deskSettings = processSettings.extend({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

/** What a service's migration step reads. `SEED_DIR` names the folder of the invented story; without it nothing is seeded. */
export const migrationSettings = processSettings.extend({
  OWNER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  SEED_DIR: z.string().optional(),
  FIXED_TODAY: dateSetting.optional(),
});
