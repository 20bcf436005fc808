import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { testRunFolder } from '../config.ts';
import { runErrand } from '../processes/one-shot.ts';
import { type Access, accessTo, provision } from '../provision/provision.ts';
import { migrationOf } from '../stack/parts.ts';
import { migrationName, programsOfTheHouse } from '../stack/programs.ts';
import { databaseOf, forEachService, type ServiceName, services } from '../stack/services.ts';

/** Databases that were migrated and seeded as `npm start` does it, and that nobody enters any more. */
export interface Story {
  /** Of their names, and of their roles. */
  readonly prefix: string;
  readonly access: Record<ServiceName, Access>;
  /** Of their roles, by role. */
  readonly passwords: Readonly<Record<string, string>>;
}

interface Telling {
  readonly adminUrl: string;
  readonly admin: pg.Client;
  readonly fileOf: (name: string) => string;
  readonly fixedToday: string | undefined;
}

/** Tells the story as of a day, unless that was done. Not to be called twice at the same time. */
export async function toldStory({ adminUrl, admin, fileOf, fixedToday }: Telling): Promise<Story> {
  const programs = programsOfTheHouse;
  const prefix = `story_${contentOf(fileOf, programs.seedFolder, fixedToday)}_`;
  const passwords = passwordsBy(adminUrl);
  const databases = services.map((service) => `${prefix}${databaseOf(service)}`);
  const told = await admin.query('SELECT FROM pg_database WHERE datname = ANY($1) AND datistemplate', [databases]);
  const access = await forEachService(async (service) => accessTo(service, { adminUrl, prefix, passwords }));
  if (told.rowCount === databases.length) return { prefix, passwords, access };

  for (const database of databases) await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)}`);
  await provision({ adminUrl, prefix, passwords, overrides: {} });
  const directory = path.join(testRunFolder(), prefix);
  mkdirSync(path.join(directory, 'logs'), { recursive: true });
  const plan = { directory, programs, fileOf, access, logLevel: 'warn', fixedToday, tracesTo: undefined };
  await forEachService((service) => runErrand(migrationOf(plan, service)));
  // All at once, and only now: what a killed run left half told is told anew.
  await admin.query('UPDATE pg_database SET datistemplate = true WHERE datname = ANY($1)', [databases]);
  return { prefix, passwords, access };
}

/** A PostgreSQL of one's own may outlive the run: what was told by other migrations, from another seed or on another day is another story. */
function contentOf(fileOf: Telling['fileOf'], seedFolder: string, fixedToday = new Date().toISOString().slice(0, 10)): string {
  const hash = createHash('sha256').update(fixedToday);
  for (const service of services) hash.update(readFileSync(fileOf(migrationName(service))));
  for (const file of readdirSync(seedFolder).sort()) hash.update(file).update(readFileSync(path.join(seedFolder, file)));
  return hash.digest('hex').slice(0, 10);
}

/** The same for all tests of a run without anybody keeping them, and known to nobody who does not know the administrator's. */
function passwordsBy(adminUrl: string): Record<string, string> {
  const { password } = new URL(adminUrl);
  const roles = services.flatMap((service) => [`${databaseOf(service)}_owner`, `${databaseOf(service)}_app`]);
  return Object.fromEntries(roles.map((role) => [role, createHmac('sha256', password).update(role).digest('base64url')]));
}
