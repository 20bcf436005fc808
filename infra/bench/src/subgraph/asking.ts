import { bodyHash, type IdentityKey, identityHeader, signIdentity } from '@leader/subgraph-kit/identity/identity-token';
import type { Pool } from 'undici';

/** Known to both processes, and to nobody for whom it matters. */
export const identityKey: IdentityKey = { kid: 'bench', secret: Buffer.alloc(32, 'bench') };

/** The headers of one request of the gateway, with a token for this body that is good for half a minute. */
export function headersFor(body: string): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const token = signIdentity(
    {
      ...{ iss: 'gateway', aud: 'parts', sub: 'somebody', client_id: 'bench', roles: [], contract: 'internal', scopes: ['parts:read'] },
      ...{ class: 'interactive', lang: 'en', txn: 'bench', bh: bodyHash(body), iat: now, exp: now + 30, dl: Date.now() + 30_000 },
    },
    identityKey,
  );
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    [identityHeader]: token,
  };
}

/** Asks many times, some at once, and looks at every answer. */
export async function askOften(pool: Pool, path: string, body: string, expected: string, times: number, atOnce: number): Promise<void> {
  const headers = headersFor(body);
  let left = times;
  const askOn = async () => {
    while (left > 0) {
      left -= 1;
      const response = await pool.request({ method: 'POST', path, headers, body });
      const answer = await response.body.text();
      if (response.statusCode !== 200 || answer.trimEnd() !== expected) throw new Error(`another answer: ${answer.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
}
