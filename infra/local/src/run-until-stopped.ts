import { CannotStart } from './cannot-start.ts';
import { readStartSettings } from './config.ts';
import type { Programs } from './stack/programs.ts';
import { progressOn } from './stack/progress.ts';
import { services } from './stack/services.ts';
import type { Stack } from './stack/stack.ts';
import { startStack } from './stack/start-stack.ts';

/** npm passes Ctrl-C on to us although the terminal has sent it already: what comes this soon after is the same one. */
const sameKeyPress = 1_000;

/** Starts the stack as the environment says, stays until it is told to stop, and answers the code to exit with. */
export async function runUntilStopped(programs?: Programs): Promise<number> {
  const stopping = new AbortController();
  let stack: Stack | undefined;
  let askedAt: number | undefined;
  const leave = () => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      console.log('\nstopping, nothing is lost (once more to force it) …');
      stopping.abort(new Stopped());
    } else if (now - askedAt > sameKeyPress) {
      stack?.kill();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);

  try {
    const settings = readStartSettings();
    console.log(`Starting the network; its data and logs are in ${settings.dataDirectory}`);
    stack = await startStack({
      ...settings,
      ...(programs ? { programs } : {}),
      buildSites: true,
      progress: progressOn(process.stdout),
      signal: stopping.signal,
    });
    console.log(addresses(stack));
    console.log(`ready  ${stack.url}`);
    if (!stopping.signal.aborted) await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
    await stack.close();
  } catch (error) {
    if (error instanceof CannotStart) {
      console.error(`\n${error.message}`);
      return 1;
    }
    if (!(error instanceof Stopped)) throw error;
  }
  console.log('stopped');
  return 0;
}

class Stopped extends Error {}

function addresses(stack: Stack): string {
  const rows = [
    ['graph', `${stack.url}/graphql`],
    ['in a browser', `${stack.url}/`],
    ['by hand', `${stack.url}/graphiql`],
    ['issuer', stack.issuer],
    ...services.map((service) => [service, `${stack.addressOf(service)} (answers the gateway only)`]),
    ['logs', `${stack.directory}/logs`],
  ];
  return [
    '',
    ...rows.map(([name = '', address = '']) => `  ${name.padEnd(16)} ${address}`),
    '',
    '  ask:  npm run query -- <file.graphql> --as member',
    '',
  ].join('\n');
}
