import { testAdminDatabaseUrl } from '@leader/subgraph-kit/testing/config';
import pg from 'pg';
import { connectAs } from '../provision/connect.ts';
import { letIn } from '../provision/provision.ts';
import { databaseOf, forEachService, services } from '../stack/services.ts';
import type { ReadyParts } from '../stack/start-stack.ts';
import { builtPrograms } from './built-programs.ts';
import { type Story, toldStory } from './told-story.ts';

const makingLock = 511_020_262;

/** The built programs, and copies of the databases that tell the story; whoever comes first makes what is copied. */
export async function readyParts(databasePrefix: string, fixedToday: string | undefined): Promise<ReadyParts> {
  const adminUrl = testAdminDatabaseUrl();
  const admin = await connectAs('the administrator of the tests', adminUrl);
  try {
    // Several test files start at once: one makes, the others wait for it.
    await admin.query('SELECT pg_advisory_lock($1)', [makingLock]);
    const fileOf = await builtPrograms();
    const story = await toldStory({ adminUrl, admin, fileOf, fixedToday });
    await admin.query('SELECT pg_advisory_unlock($1)', [makingLock]);
    return { fileOf, passwords: story.passwords, access: await copyOf(story, admin, databasePrefix) };
  } finally {
    await admin.end();
  }
}

/** The roles are those of the story: rights on tables are copied along, and roles are the same for the whole of a PostgreSQL. */
async function copyOf(story: Story, admin: pg.Client, databasePrefix: string): Promise<ReadyParts['access']> {
  for (const service of services) {
    const told = `${story.prefix}${databaseOf(service)}`;
    const [from, to, owner] = [told, `${databasePrefix}${databaseOf(service)}`, `${told}_owner`].map((name) => pg.escapeIdentifier(name));
    await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from} OWNER ${owner}`);
    await letIn(admin, `${databasePrefix}${databaseOf(service)}`, `${told}_app`);
  }
  return forEachService(async (service) => {
    const { ownerUrl, appUrl } = story.access[service];
    const copy = `${databasePrefix}${databaseOf(service)}`;
    return { ownerUrl: inDatabase(ownerUrl, copy), appUrl: inDatabase(appUrl, copy) };
  });
}

function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}
