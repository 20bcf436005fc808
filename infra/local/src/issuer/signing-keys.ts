import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface SigningKeys {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookieSecret: string;
}

/** The keys of this machine's issuer, made once: tokens stay good over a restart. Only the owner can read the file. */
export async function signingKeysIn(folder: string): Promise<SigningKeys> {
  const file = path.join(folder, 'issuer-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SigningKeys;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomBytes(6).toString('hex') };
  const keys: SigningKeys = { jwks: { keys: [key] }, cookieSecret: randomBytes(32).toString('base64url') };
  writeFileSync(`${file}.partial`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return keys;
}
