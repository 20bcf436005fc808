import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { columns, type Part, parts } from './parts.ts';

interface Asked {
  readonly variables: { readonly representations?: readonly { readonly id: string }[] };
}

/** The limit: no GraphQL at all, and the same JSON. */
export async function startByHand(databaseUrl: string | undefined): Promise<string> {
  const pool = databaseUrl ? new pg.Pool({ connectionString: databaseUrl, max: 8 }) : undefined;
  const byId = new Map(parts.map((part) => [part.id, part]));
  const list = async () => (pool ? (await pool.query<Part>(`SELECT ${columns} FROM part ORDER BY id LIMIT $1`, [100])).rows : parts);
  const find = async (ids: readonly string[]) => {
    if (!pool) return ids.map((id) => byId.get(id));
    const { rows } = await pool.query<Part>(`SELECT ${columns} FROM part WHERE id = ANY($1)`, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  };
  const answer = async ({ variables: { representations } }: Asked) =>
    representations ? { _entities: await find(representations.map(({ id }) => id)) } : { parts: await list() };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = JSON.stringify({ data: await answer(JSON.parse(Buffer.concat(chunks).toString())) });
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
