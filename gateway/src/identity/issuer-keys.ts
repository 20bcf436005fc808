import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** The issuer, or its keys, cannot be had right now. It says nothing about the token. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

const patience = 3_000;
const longestAnswer = 64 * 1024;

/** Finds the issuer's public keys by OpenID discovery, at the first token and not before, so that either may start first. */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    discovered ??= discover(issuer).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    const keys = await discovered;
    return keys(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await readJson(address);
  if (document['issuer'] !== issuer) throw new IssuerUnreachable('the discovery document names another issuer');
  const keys = document['jwks_uri'];
  if (typeof keys !== 'string' || !URL.canParse(keys)) throw new IssuerUnreachable('the discovery document names no keys');
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: patience, cooldownDuration: 10_000, cacheMaxAge: 300_000 });
}

async function readJson(address: string): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    const text = await response.text();
    if (!response.ok || text.length > longestAnswer) throw new Error(`discovery answered ${response.status}`);
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null) throw new Error('discovery answered no object');
    return document as Record<string, unknown>;
  } catch (error) {
    throw new IssuerUnreachable('the issuer does not answer', { cause: error });
  }
}
