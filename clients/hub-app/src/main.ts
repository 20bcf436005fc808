import { ConfigInvalid, readConfig } from './config.ts';
import { hubApp } from './server.ts';

try {
  const config = readConfig();
  const app = await hubApp(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      app.close().then(() => process.exit(0));
    });
  }
  await app.listen({ host: config.HOST, port: config.PORT });
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 1;
}

/** What whoever starts it can mend. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigInvalid) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is taken: choose another with PORT.` : undefined;
}
