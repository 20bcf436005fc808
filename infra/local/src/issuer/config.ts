import { readConfig } from '@leader/subgraph-kit/config/read-config';
import { portSetting } from '@leader/subgraph-kit/config/service-config';
import { z } from 'zod';

const loopback = ['127.0.0.1', '::1', 'localhost'];

const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .refine(
      (mode) => mode !== 'production',
      'this issuer lets anyone be anyone and refuses production: use the identity provider of your organisation',
    ),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (host) => loopback.includes(host),
      'this issuer lets anyone be anyone and listens on this machine only: leave HOST at 127.0.0.1',
    ),
  PORT: portSetting,
  LOG_LEVEL: z.string().default('info'),
  /** Folder for the signing key. */
  KEYS_DIR: z.string(),
  /** Address of the gateway, where the console lives. */
  GATEWAY_URL: z.url(),
  /** Secrets of the hubs' apps, written hub-maroc=…,hub-usa=… */
  CLIENT_SECRETS: z.string().transform((text) => new Map(text.split(',').map((entry) => entry.split('=', 2) as [string, string]))),
});

export type IssuerConfig = z.output<typeof settings>;

export function readIssuerConfig(environment: NodeJS.ProcessEnv = process.env): IssuerConfig {
  return readConfig(settings, environment);
}
