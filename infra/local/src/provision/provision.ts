import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { databaseOf, forEachService, type ServiceName } from '../stack/services.ts';
import { connectAs } from './connect.ts';

/** The two addresses of one service's database. */
export interface Access {
  /** The owner makes and changes the tables. */
  readonly ownerUrl: string;
  /** The app reads and writes rows, nothing else. */
  readonly appUrl: string;
}

export interface Provisioning {
  /** Address of an administrator of the PostgreSQL. */
  readonly adminUrl: string;
  /** Put before every database and role, so that several stacks share one PostgreSQL. */
  readonly prefix: string;
  readonly passwords: Readonly<Record<string, string>>;
  /** Services whose database someone else has prepared: the address of one role that both migrates and runs. */
  readonly overrides: Partial<Record<ServiceName, string>>;
}

const oldestVersion = 150_000;
const versionWithBuiltInLocale = 170_000;

/** Gives each service its own database and two roles; what exists already is left or corrected. Refuses what it may not touch. */
export function provision(settings: Provisioning): Promise<Record<ServiceName, Access>> {
  return forEachService(async (service) => {
    const own = settings.overrides[service];
    if (own) return { ownerUrl: own, appUrl: own };
    return provisionService(service, settings);
  });
}

/** Whom a database lets in besides its owner: the app, and nobody else. */
export async function letIn(admin: pg.Client, database: string, app: string): Promise<void> {
  await admin.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${quoted(database)} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(app)}`);
}

/** The addresses of what is provisioned so. */
export function accessTo(service: ServiceName, { adminUrl, prefix, passwords }: Omit<Provisioning, 'overrides'>): Access {
  const name = databaseOf(service);
  const address = (role: string) => addressOf(adminUrl, `${prefix}${name}`, `${prefix}${role}`, passwords[role] ?? '');
  return { ownerUrl: address(`${name}_owner`), appUrl: address(`${name}_app`) };
}

async function provisionService(service: ServiceName, settings: Provisioning): Promise<Access> {
  const { adminUrl, prefix, passwords } = settings;
  const name = databaseOf(service);
  const database = `${prefix}${name}`;
  const roles = { owner: `${database}_owner`, app: `${database}_app` };
  const access = accessTo(service, settings);
  const admin = await connectAs('the administrator of PostgreSQL', adminUrl);
  try {
    const version = await requireAdministrator(admin);
    // Two stacks that start at once must not make the same role twice.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [`provision ${database}`]);
    await makeRole(admin, roles.owner, passwords[`${name}_owner`] ?? '');
    await makeRole(admin, roles.app, passwords[`${name}_app`] ?? '');
    await makeDatabase(admin, database, roles.owner, version);
    await letIn(admin, database, roles.app);
  } finally {
    await admin.end();
  }
  await grantRows(access.ownerUrl, roles);
  return access;
}

/** Refuses an old PostgreSQL and an administrator who may not make databases and roles. Answers the version. */
async function requireAdministrator(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query(
    "SELECT current_setting('server_version_num')::int AS version, rolsuper OR (rolcreatedb AND rolcreaterole) AS may FROM pg_roles WHERE rolname = current_user",
  );
  const { version, may } = rows[0] as { version: number; may: boolean };
  if (version < oldestVersion) {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL is version ${Math.floor(version / 10_000)} and at least 15 is needed: give another one, or leave DATABASE_URL out.`,
    );
  }
  if (!may)
    throw new CannotStart('The user in DATABASE_URL may not create databases and roles: give an administrator (CREATEDB and CREATEROLE).');
  return version;
}

async function makeRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (!rowCount) await admin.query(`CREATE ROLE ${quoted(role)}`);
  await admin.query(`ALTER ROLE ${quoted(role)} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
}

/** Creates the database unless it is there; refuses one of that name that belongs to someone else. */
async function makeDatabase(admin: pg.Client, database: string, owner: string, version: number): Promise<void> {
  const found = await admin.query('SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1', [database]);
  if (found.rows[0]) {
    if (found.rows[0].owner === owner) return;
    throw new CannotStart(
      `There is already a database ${database} that belongs to ${found.rows[0].owner}: rename that one, or give another PostgreSQL in DATABASE_URL.`,
    );
  }
  // An administrator who is no superuser may give a database only to roles they belong to.
  await admin.query(`GRANT ${quoted(owner)} TO CURRENT_USER`);
  const locale = version >= versionWithBuiltInLocale ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'" : '';
  await admin.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(owner)} TEMPLATE template0 ENCODING 'UTF8' ${locale}`);
}

/** What the owner makes from now on, the app may read and write. */
async function grantRows(ownerUrl: string, roles: { owner: string; app: string }): Promise<void> {
  const owner = await connectAs(`the role ${roles.owner}`, ownerUrl);
  const app = quoted(roles.app);
  try {
    await owner.query(`
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
      ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO ${app};
    `);
  } finally {
    await owner.end();
  }
}

function addressOf(adminUrl: string, database: string, user: string, password: string): string {
  const address = new URL(adminUrl);
  address.username = encodeURIComponent(user);
  address.password = encodeURIComponent(password);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
