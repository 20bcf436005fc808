import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readDataDirectory, readStartSettings, systemEnvironment } from './config.ts';
import { programsOfTheHouse, runTypeScript } from './stack/programs.ts';
import { readSecrets } from './stack/secrets.ts';
import { databaseOf, receiversOf, type ServiceName, services } from './stack/services.ts';
import { runningStack } from './stack/stack-file.ts';

// The operator's desk of the running network: of the service that is named first, or of the only one that tells others of events.
const words = process.argv.slice(2);
const telling = services.filter((service) => receiversOf(service).length > 0);
const named = telling.find((service) => service === words[0]);
process.exitCode = attend(named ?? (telling[0] as ServiceName), named ? words.slice(1) : words);

function attend(service: ServiceName, command: readonly string[]): number {
  const directory = path.resolve(readDataDirectory());
  const address = runningStack(directory)?.databases?.[service];
  if (!address) {
    console.error(
      `No network runs here: start it with npm start. Elsewhere give DATABASE_URL to npm run events -w services/${service} -- list.`,
    );
    return 1;
  }
  const { folder } = programsOfTheHouse.service(service);
  const environment = { ...systemEnvironment(), DATABASE_URL: withPassword(address, service, directory), LOG_LEVEL: 'warn' };
  const { status } = spawnSync(process.execPath, [...runTypeScript(path.join(folder, 'src/events-desk.ts')), ...command], {
    cwd: folder,
    env: environment,
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** The address that was given for the service, or the one of the stack with the password out of its secrets. */
function withPassword(address: string, service: ServiceName, directory: string): string {
  const given = readStartSettings().databaseUrls[service];
  if (given) return given;
  const url = new URL(address);
  url.password = readSecrets(directory)?.roles[`${databaseOf(service)}_app`] ?? '';
  return url.href;
}
