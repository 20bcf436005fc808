import pg from 'pg';
import { CannotStart, systemCode } from '../cannot-start.ts';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no PostgreSQL answers there: start it, or correct the address',
  ENOTFOUND: 'there is no such host: correct the address',
  EAI_AGAIN: 'the host cannot be found: check the network or correct the address',
  ETIMEDOUT: 'it does not answer: check the address and the firewall',
  '28P01': 'the user or the password is wrong',
  '28000': 'this user may not connect from here: check pg_hba.conf',
  '3D000': 'there is no such database: create it, or correct the address',
  '42501': 'this user may not do that',
  '53300': 'it has no connection left: raise max_connections or close other programs',
  '57P03': 'it is still starting: try again in a moment',
};

/** Opens one session; refuses with one sentence that names whose address it is and never the password. */
export async function connectAs(whose: string, url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const reason = reasons[systemCode(error) ?? ''] ?? (error as Error).message;
    throw new CannotStart(`PostgreSQL at ${placeOf(url)} refuses ${whose}: ${reason}.`);
  }
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
