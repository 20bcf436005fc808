import { hash, timingSafeEqual } from 'node:crypto';
import { hmac } from './hmac.ts';

/** How long a token is good for, in seconds: one request, not a session. */
export const tokenLifetime = 30;

/** Clocks of two machines may differ by this many seconds. */
const clockTolerance = 5;
/** What the front door takes of an access token, every scope in quotes of its own, is shorter; the headers of a request are 16 KB at most. */
const longestToken = 15 * 1024;

/** A shared secret between one signer and one reader. `kid` lets two keys live while they are rotated. */
export interface SharedKey {
  readonly kid: string;
  readonly secret: Buffer;
}

/** What every signed token states besides its own claims. */
export interface BoundClaims {
  /** Who signed. */
  readonly iss: string;
  /** The one reader this token is for. */
  readonly aud: string;
  /** SHA-256 of the request body, base64url: the token is worthless with another body. */
  readonly bh: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
}

/** What a token is used for. Stands in its head, so that one made for another use is refused even if a key were shared by mistake. */
export interface TokenUse {
  readonly typ: string;
  /** What the log calls it, e.g. `identity token`. */
  readonly name: string;
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly body: string | Uint8Array;
  readonly keys: readonly SharedKey[];
  /** Seconds since 1970. */
  readonly now: number;
}

export class TokenRefused extends Error {
  override readonly name: string = 'TokenRefused';
}

/** SHA-256 of a request body, base64url. */
export function bodyHash(body: string | Uint8Array): string {
  return hash('sha256', body, 'base64url');
}

/**
 * Signs the claims as a compact JWS with HS256.
 * node:crypto is used directly because it is synchronous: a few µs, where an asynchronous library takes over 100 µs.
 */
export function signToken(use: TokenUse, claims: BoundClaims, key: SharedKey): string {
  return signTokenText(use, JSON.stringify(claims), key);
}

/** The same, of claims that are written already. */
export function signTokenText({ typ }: TokenUse, claims: string, key: SharedKey): string {
  const signed = `${headOf(typ, key)}.${encode(claims)}`;
  return `${signed}.${hmac(signed, key.secret)}`;
}

/**
 * Reads the claims of a token that was made by this signer for this reader and this body.
 *
 * @throws TokenRefused when anything about the token is not as it must be; the message is for the log, not for clients.
 */
export function openToken<Claims extends BoundClaims>(use: TokenUse, token: unknown, expected: Expected): Claims {
  const { name } = use;
  if (typeof token !== 'string' || token === '') throw new TokenRefused(`no ${name}`);
  if (token.length > longestToken) throw refused(use, 'too long');
  const [head, payload, mac, ...rest] = token.split('.');
  if (!head || !payload || !mac || rest.length > 0) throw refused(use, 'is malformed');
  // Nearly always the very head that the signer writes: it is read only when it is another.
  const key = expected.keys.find((candidate) => headOf(use.typ, candidate) === head) ?? keyNamedIn(head, use, expected.keys);
  if (!sameText(mac, hmac(`${head}.${payload}`, key.secret))) throw refused(use, 'is forged');

  const claims = decode(payload, name) as unknown as Claims;
  if (claims.iss !== expected.issuer) throw refused(use, 'has another issuer');
  if (claims.aud !== expected.audience) throw refused(use, 'is for another subgraph');
  if (typeof claims.exp !== 'number' || claims.exp + clockTolerance < expected.now) throw refused(use, 'has expired');
  if (typeof claims.iat !== 'number' || claims.iat - clockTolerance > expected.now) throw refused(use, 'is from the future');
  if (claims.exp - claims.iat > tokenLifetime) throw refused(use, 'lives too long');
  // No secret, and signed: what it is may be told by how long the comparison takes.
  if (claims.bh !== bodyHash(expected.body)) throw refused(use, 'belongs to another body');
  return claims;
}

function keyNamedIn(head: string, use: TokenUse, keys: readonly SharedKey[]): SharedKey {
  const { alg, typ, kid } = decode(head, use.name);
  if (alg !== 'HS256') throw refused(use, 'has another algorithm');
  if (typ !== use.typ) throw refused(use, 'was made for another use');
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key) throw refused(use, 'has an unknown key');
  return key;
}

function refused({ name }: TokenUse, why: string): TokenRefused {
  return new TokenRefused(`${name} ${why}`);
}

/**
 * Reads `kid:base64url[,kid:base64url]` as keys; the first one signs.
 *
 * @throws Error when a key is malformed or shorter than 256 bits.
 */
export function parseSharedKeys(text: string): SharedKey[] {
  return text.split(',').map((entry) => {
    const [kid, encoded, ...rest] = entry.trim().split(':');
    const secret = Buffer.from(encoded ?? '', 'base64url');
    if (!kid || rest.length > 0 || secret.length < 32) {
      throw new Error('A key is written kid:base64url and has at least 32 bytes');
    }
    return { kid, secret };
  });
}

const heads = new WeakMap<SharedKey, Map<string, string>>();

function headOf(typ: string, key: SharedKey): string {
  const ofKey = heads.get(key) ?? new Map<string, string>();
  heads.set(key, ofKey);
  const head = ofKey.get(typ) ?? encode(JSON.stringify({ alg: 'HS256', typ, kid: key.kid }));
  ofKey.set(typ, head);
  return head;
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function decode(part: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through: not JSON is as malformed as not an object.
  }
  throw new TokenRefused(`${name} is malformed`);
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
