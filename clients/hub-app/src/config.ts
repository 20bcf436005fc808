import { z } from 'zod';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Secrets travel to these addresses, so plain HTTP is only for this machine. */
const safeAddress = z
  .url({ protocol: /^https?$/, message: 'it must be an address such as https://graph.example' })
  .refine((text) => isSafe(text), 'it must begin with https, unless it is on this machine')
  .transform((text) => new URL(text));

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  /** 0 for any free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4300),
  GRAPH_URL: safeAddress,
  ISSUER: safeAddress,
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(1),
  /** The hub's country, ISO 3166-1 alpha-2. */
  HUB_COUNTRY: z.string().regex(/^[A-Z]{2}$/, 'it must be two capital letters, for example MA'),
  /** Companies on one page. */
  PAGE_SIZE: z.coerce.number().int().min(1).max(100).default(20),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = z.output<typeof settings>;

/** The message names every missing or wrong setting, never what it holds. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** @throws ConfigInvalid */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const result = settings.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return environment[name] === undefined ? `  ${name} is missing` : `  ${name} is wrong: ${issue.message}`;
  });
  throw new ConfigInvalid(`The app cannot start:\n${[...new Set(lines)].join('\n')}\nSee clients/hub-app/README.md.`);
}

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || loopback.has(hostname);
}
