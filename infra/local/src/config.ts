import { CannotStart } from './cannot-start.ts';
import { defaultDataDirectory } from './stack/programs.ts';
import { databaseOf, type ServiceName, services } from './stack/services.ts';

/** What any program needs from the surroundings it was started in. Nothing else is handed down to the processes of the stack. */
const inherited = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'];

export function systemEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(inherited.filter((name) => environment[name] !== undefined).map((name) => [name, environment[name]])),
    LC_ALL: 'C',
  };
}

export interface StartSettings {
  readonly port: number;
  readonly dataDirectory: string;
  readonly adminUrl: string | undefined;
  readonly databaseUrls: Partial<Record<ServiceName, string>>;
  readonly logLevel: string;
  readonly fixedToday: string | undefined;
  readonly tracesTo: string | undefined;
}

const usualPort = '4000';

/** Reads what `npm start` takes from the environment; refuses a wrong value by name. */
export function readStartSettings(environment: NodeJS.ProcessEnv = process.env): StartSettings {
  const adminUrl = environment['DATABASE_URL'] || undefined;
  if (adminUrl) requirePostgresAddress('DATABASE_URL', adminUrl);
  return {
    port: portOf(environment['PORT'] || usualPort),
    dataDirectory: readDataDirectory(environment),
    adminUrl,
    databaseUrls: ownDatabases(environment),
    logLevel: environment['LOG_LEVEL'] || 'info',
    fixedToday: environment['FIXED_TODAY'] || undefined,
    tracesTo: environment['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined,
  };
}

/** The folder where a stack keeps everything and says where it runs. */
export function readDataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['DATA_DIR'] || defaultDataDirectory;
}

/** A folder that lasts as long as one run of the tests. */
export function testRunFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const folder = environment['TEST_RUN_FOLDER'];
  if (!folder) throw new Error('These tests need what npm test prepares: run them with npm test.');
  return folder;
}

/** Where a Chromium for tests may lie, the one that was named first. */
export function placesOfChromium(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const named = environment['CHROMIUM_PATH'];
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
  return named ? [named, ...usual] : usual;
}

/** The name of the setting with which a service is given a database that someone else prepared. */
export function databaseSetting(service: ServiceName): string {
  return `${databaseOf(service).toUpperCase()}_DATABASE_URL`;
}

function ownDatabases(environment: NodeJS.ProcessEnv): Partial<Record<ServiceName, string>> {
  const given: Partial<Record<ServiceName, string>> = {};
  for (const service of services) {
    const url = environment[databaseSetting(service)];
    if (!url) continue;
    requirePostgresAddress(databaseSetting(service), url);
    given[service] = url;
  }
  return given;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CannotStart(`PORT is "${text}", which is no port: give a number from 1 to 65535, or 0 for any free one.`);
}

/** Refuses what is no address of a PostgreSQL; `name` is the setting it came from. */
function requirePostgresAddress(name: string, text: string): void {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address && /^postgres(ql)?:$/.test(address.protocol) && address.hostname) return;
  throw new CannotStart(`${name} is not the address of a PostgreSQL: write it as postgresql://user:password@host:5432/database.`);
}
