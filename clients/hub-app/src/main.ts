import { ConfigInvalid, readConfig } from './config.ts';
import { hubApp } from './server.ts';

try {
  const config = readConfig();
  const app = await hubApp(config);
  await app.listen({ host: config.HOST, port: config.PORT });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      app.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof ConfigInvalid)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
