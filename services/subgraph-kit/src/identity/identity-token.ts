import {
  bodyHash,
  type Expected,
  openToken,
  parseSharedKeys,
  type SharedKey,
  signToken,
  signTokenText,
  TokenRefused,
  tokenLifetime,
} from './signed-token.ts';

export { bodyHash };

/** HTTP header that carries the identity token from the gateway to a subgraph. */
export const identityHeader = 'x-network-identity';

/** How long a token is good for, in seconds: one request, not a session. */
export const identityLifetime = tokenLifetime;

const use = { typ: 'JWT', name: 'identity token' };

/** What the gateway states about a caller. Everything in it was verified at the front door. */
export interface Principal {
  /** Who asks: a person's or a client's id, or `anonymous`. */
  readonly sub: string;
  readonly client_id: string;
  /** Typed id of the company the person speaks for. */
  readonly company?: string;
  /** Code of the branch the person leads or works for. */
  readonly branch?: string;
  /** Country code of the hub a partner app belongs to. */
  readonly hub?: string;
  readonly roles: readonly string[];
  readonly contract: string;
  readonly scopes: readonly string[];
  /** Class of service: interactive, partner or batch. */
  readonly class: string;
  /** Language of messages, `fr` or `en`. */
  readonly lang: string;
}

/** What the gateway states with one question of a request. */
export interface QuestionClaims {
  /** Name of the one subgraph this token is for. */
  readonly aud: string;
  /** Request id, the same in every log of this request. */
  readonly txn: string;
  /** SHA-256 of the request body, base64url: the token is worthless with another body. */
  readonly bh: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  /** Deadline of the whole request, milliseconds since 1970. */
  readonly dl: number;
}

export interface IdentityClaims extends Principal, QuestionClaims {
  readonly iss: 'gateway';
}

/** A shared secret between the gateway and one subgraph. */
export type IdentityKey = SharedKey;

export class IdentityRefused extends TokenRefused {
  override readonly name = 'IdentityRefused';
}

export function signIdentity(claims: IdentityClaims, key: IdentityKey): string {
  return signToken(use, claims, key);
}

/**
 * The same for a caller who asks many times: it is written once.
 *
 * @param principal a Principal as JSON
 */
export function signIdentityOf(principal: string, question: QuestionClaims, key: IdentityKey): string {
  const { aud, txn, bh, iat, exp, dl } = question;
  const ofQuestion = `"aud":${JSON.stringify(aud)},"txn":${JSON.stringify(txn)},"bh":"${bh}","iat":${iat},"exp":${exp},"dl":${dl}`;
  return signTokenText(use, `{"iss":"gateway",${principal.slice(1, -1)},${ofQuestion}}`, key);
}

/**
 * Reads the claims of a token that was made for this subgraph and this body.
 *
 * @param now seconds since 1970
 * @throws IdentityRefused when anything about the token is not as it must be; the message is for the log, not for clients.
 */
export function verifyIdentity(
  token: unknown,
  expected: { audience: string; body: string | Uint8Array; keys: readonly IdentityKey[]; now: number },
): IdentityClaims {
  const claims = openedOrRefused(token, expected);
  if (!isWhole(claims)) throw new IdentityRefused('identity token lacks a claim, or one is of another type');
  return claims;
}

function openedOrRefused(token: unknown, expected: Omit<Expected, 'issuer'>): IdentityClaims {
  try {
    const { audience, body, keys, now } = expected;
    return openToken<IdentityClaims>(use, token, { issuer: 'gateway', audience, body, keys, now });
  } catch (error) {
    throw error instanceof TokenRefused ? new IdentityRefused(error.message) : error;
  }
}

const texts = ['sub', 'client_id', 'contract', 'class', 'lang', 'txn'] as const;

/** Every decision rests on these, and `undefined < now` is no decision. */
function isWhole(claims: IdentityClaims): boolean {
  const lists: readonly unknown[] = [claims.roles, claims.scopes];
  return (
    texts.every((name) => typeof claims[name] === 'string' && claims[name] !== '') &&
    lists.every((list) => Array.isArray(list) && list.every((word) => typeof word === 'string')) &&
    Number.isFinite(claims.dl)
  );
}

/**
 * Reads `kid:base64url[,kid:base64url]` as keys; the first one signs.
 *
 * @throws Error when a key is malformed or shorter than 256 bits.
 */
export const parseIdentityKeys: (text: string) => IdentityKey[] = parseSharedKeys;
