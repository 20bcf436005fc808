import { fileURLToPath } from 'node:url';
import { ConfigInvalid } from '../config/read-config.ts';
import { MigrationsPending } from '../postgres/migrations.ts';

interface Closable {
  close(): Promise<void>;
}

/**
 * Runs a process when its file is the one that was started, and does nothing when a test imports it.
 * SIGTERM and SIGINT finish what is under way. What the operator can mend is said in a sentence, without a stack.
 *
 * @param moduleUrl `import.meta.url` of the file
 */
export async function runWhenStarted(moduleUrl: string, start: () => Promise<Closable | undefined>): Promise<void> {
  if (process.argv[1] !== fileURLToPath(moduleUrl)) return;
  // A promise nobody waits for is a bug: better a restart than a process in an unknown state.
  process.on('unhandledRejection', (error) => {
    console.error(error);
    process.exit(1);
  });
  try {
    const running = await start();
    if (!running) return;
    const stop = () => {
      running.close().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

function explain(error: unknown): unknown {
  if (error instanceof ConfigInvalid || error instanceof MigrationsPending) return error.message;
  const { code, address, port } = error as { code?: string; address?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with PORT.`;
  if (code === 'ECONNREFUSED') return `Nothing answers at ${address}:${port}. Is PostgreSQL running?`;
  if (code === '28P01' || code === '28000') return 'PostgreSQL refused the role or its password. Check the database address.';
  if (code === '3D000') return 'The database does not exist. Create it, or check the database address.';
  return error;
}
