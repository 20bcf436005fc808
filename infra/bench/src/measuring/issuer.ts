import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const lifetime = 800;

/** An OpenID issuer with one client, the bench. */
export interface Issuer {
  readonly url: string;
  /** A token that is good for some minutes yet. */
  token(): Promise<string>;
}

export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url === '/jwks' ? jwks : { issuer: url, jwks_uri: `${url}/jwks` }));
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = { iss: url, aud: 'network-api', sub: 'bench', client_id: 'bench', contract: 'internal', roles: [], class: 'interactive' };
  let [last, from] = ['', 0];
  return {
    url,
    token: async () => {
      const now = Math.floor(Date.now() / 1000);
      if (now < from + lifetime / 2) return last;
      last = await new SignJWT({ ...claims, scope: 'members:read', iat: now, exp: now + lifetime })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
        .sign(privateKey);
      from = now;
      return last;
    },
  };
}
