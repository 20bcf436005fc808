import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** An OpenID issuer as small as it can be: discovery, keys, and any token one asks for, good or bad. */
export class SmallIssuer {
  isDown = false;
  private url = '';

  get address(): string {
    return this.url;
  }

  private jwks: object = { keys: [] };
  private key: SigningKey | undefined;
  private readonly server: Server = createServer((request, response) => {
    const document = request.url === '/jwks' ? this.jwks : { issuer: this.url, jwks_uri: `${this.url}/jwks` };
    if (this.isDown) response.writeHead(503).end('down');
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });

  async listen(): Promise<string> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    this.key = privateKey;
    this.jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
    await new Promise<void>((resolve) => this.server.unref().listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A good token unless the test says otherwise. A claim set to undefined is left out. */
  async token(
    claims: Record<string, unknown> = {},
    options: { header?: Partial<JWTHeaderParameters>; key?: SigningKey } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const all = { ...this.goodClaims(now), ...claims };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const header = { alg: 'ES256', typ: 'at+jwt', kid: 'one', ...options.header };
    const key = options.key ?? this.key;
    if (!key) throw new Error('the issuer is not listening yet');
    return new SignJWT(kept).setProtectedHeader(header).sign(key);
  }

  private goodClaims(now: number): Record<string, unknown> {
    return {
      iss: this.url,
      aud: 'network-api',
      sub: 'person-1',
      client_id: 'console',
      scope: 'members:read export:read',
      contract: 'member',
      roles: ['leader'],
      company: 'company_1',
      iat: now,
      exp: now + 600,
    };
  }
}
