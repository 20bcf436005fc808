import { once } from 'node:events';
import { openLog } from '@leader/subgraph-kit/log/log';
import { readIssuerConfig } from './config.ts';
import { createProvider } from './provider.ts';
import { createIssuerServer } from './server.ts';
import { signingKeysIn } from './signing-keys.ts';

async function main(): Promise<void> {
  const config = readIssuerConfig();
  const log = openLog('issuer', config.LOG_LEVEL);
  const issuer = `http://${config.HOST}:${config.PORT}`;
  const keys = await signingKeysIn(config.KEYS_DIR);
  const provider = createProvider({ issuer, gatewayUrl: config.GATEWAY_URL, keys, secrets: config.CLIENT_SECRETS });
  provider.on('server_error', (_context, error) => log.error({ err: error }, 'a request failed'));
  const server = createIssuerServer(provider, config.GATEWAY_URL);
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  log.info({ issuer }, 'the issuer answers');
  const leave = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
