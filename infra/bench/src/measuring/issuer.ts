import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const lifetime = 800;

/** An OpenID issuer with one client, the bench. */
export interface Issuer {
  readonly url: string;
  /** A token of a class of service that is good for some minutes yet. */
  token(serviceClass?: ServiceClass): Promise<string>;
}

export type ServiceClass = 'interactive' | 'batch';

export async function openIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url === '/jwks' ? jwks : { issuer: url, jwks_uri: `${url}/jwks` }));
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const claims = { iss: url, aud: 'network-api', sub: 'bench', client_id: 'bench', contract: 'internal', roles: [], scope: 'members:read' };
  const kept = new Map<ServiceClass, { readonly token: string; readonly from: number }>();
  return {
    url,
    token: async (serviceClass = 'interactive') => {
      const now = Math.floor(Date.now() / 1000);
      const last = kept.get(serviceClass);
      if (last && now < last.from + lifetime / 2) return last.token;
      const token = await new SignJWT({ ...claims, class: serviceClass, iat: now, exp: now + lifetime })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
        .sign(privateKey);
      kept.set(serviceClass, { token, from: now });
      return token;
    },
  };
}
