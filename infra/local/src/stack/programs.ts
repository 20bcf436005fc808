import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ServiceName, services } from './services.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Where the programs of a stack lie. Tests may put small ones of their own in place of these. */
export interface Programs {
  service(name: ServiceName): { readonly folder: string; readonly migrate: string; readonly main: string };
  readonly gateway: { readonly folder: string; readonly main: string };
  readonly seedFolder: string;
  /** What is built for browsers, and the program that builds it. */
  readonly sites?: readonly Site[];
}

export interface Site {
  readonly name: string;
  readonly folder: string;
  readonly build: string;
  /** Built once the network is ready, when it is not what people open first. */
  readonly canWait?: boolean;
}

export const programsOfTheHouse: Programs = {
  service: (name) => ({ folder: path.join(root, 'services', name), migrate: 'src/migrate.ts', main: 'src/main.ts' }),
  gateway: { folder: path.join(root, 'gateway'), main: 'src/main.ts' },
  seedFolder: path.join(root, 'infra/local/seed'),
  sites: [
    { name: 'console', folder: path.join(root, 'clients/console'), build: 'build-console.ts' },
    { name: 'graphiql', folder: path.join(root, 'clients/graphiql'), build: 'build-graphiql.ts', canWait: true },
  ],
};

export const issuerProgram = { folder: path.join(root, 'infra/local'), main: 'src/issuer/main.ts' };

/** Where the stack keeps everything unless DATA_DIR says otherwise. */
export const defaultDataDirectory = path.join(root, '.local');

/** Every program of a stack, by the name of the file that is built of it. */
export function filesOf(programs: Programs): Record<string, string> {
  const files: Record<string, string> = {
    gateway: path.join(programs.gateway.folder, programs.gateway.main),
    issuer: path.join(issuerProgram.folder, issuerProgram.main),
  };
  for (const service of services) {
    const { folder, migrate, main } = programs.service(service);
    files[service] = path.join(folder, main);
    files[migrationName(service)] = path.join(folder, migrate);
  }
  return files;
}

/** Programs that do without the names of their classes. */
export const unnamed = ['gateway'];

export function migrationName(service: ServiceName): string {
  return `${service}.migrate`;
}

/** Arguments with which Node runs a TypeScript file; the loader is named by its place, as the folder may be anywhere. */
export function runTypeScript(file: string): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, file];
}
