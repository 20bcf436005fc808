import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { bodyHash, type IdentityClaims, parseIdentityKeys, signIdentity, verifyIdentity } from './identity-token.ts';

const now = 1_790_000_000;
const body = '{"query":"{ ok }"}';
const key = { kid: 'current', secret: randomBytes(32) };
const previous = { kid: 'previous', secret: randomBytes(32) };
const claims: IdentityClaims = {
  iss: 'gateway',
  aud: 'library',
  sub: 'person-1',
  client_id: 'console',
  roles: ['member'],
  contract: 'member',
  scopes: ['books:read'],
  class: 'interactive',
  lang: 'fr',
  txn: 'request-1',
  bh: bodyHash(body),
  iat: now,
  exp: now + 30,
  dl: now * 1000 + 3000,
};
const expected = { audience: 'library', body, keys: [key, previous], now };

function tokenWith(changes: Partial<Record<keyof IdentityClaims, unknown>>, signer = key): string {
  return signIdentity({ ...claims, ...changes } as IdentityClaims, signer);
}

describe('an identity token', () => {
  test('made for this subgraph and this body tells who asks', () => {
    expect(verifyIdentity(tokenWith({}), expected)).toEqual(claims);
  });

  test('signed with the previous key still counts while keys are rotated', () => {
    expect(verifyIdentity(tokenWith({}, previous), expected).sub).toBe('person-1');
  });

  test.each([
    ['is missing', undefined, 'no identity token'],
    ['is empty', '', 'no identity token'],
    ['is not a token', 'a.b', 'malformed'],
    ['is longer than any honest one', 'x'.repeat(9000), 'too long'],
    ['is for another subgraph', tokenWith({ aud: 'archive' }), 'another subgraph'],
    ['comes from another issuer', tokenWith({ iss: 'someone' }), 'another issuer'],
    ['has expired', tokenWith({ iat: now - 60, exp: now - 30 }), 'expired'],
    ['has no expiry', tokenWith({ exp: undefined }), 'expired'],
    ['is from the future', tokenWith({ iat: now + 20, exp: now + 40 }), 'future'],
    ['lives longer than a request', tokenWith({ exp: now + 3600 }), 'too long'],
    ['was captured with another body', tokenWith({ bh: bodyHash('{}') }), 'another body'],
    ['has an unknown key', tokenWith({}, { kid: 'other', secret: key.secret }), 'unknown key'],
    ['is signed with another secret', tokenWith({}, { kid: 'current', secret: randomBytes(32) }), 'forged'],
  ])('is refused when it %s', (_why, token, reason) => {
    expect(() => verifyIdentity(token, expected)).toThrow(reason);
  });

  test('is refused when its content or its algorithm was changed', () => {
    const [head, payload, mac] = tokenWith({}).split('.');
    const grown = Buffer.from(JSON.stringify({ ...claims, scopes: ['everything'] })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'current' })).toString('base64url');
    expect(() => verifyIdentity(`${head}.${grown}.${mac}`, expected)).toThrow('forged');
    expect(() => verifyIdentity(`${none}.${payload}.${mac}`, expected)).toThrow('another algorithm');
    expect(() => verifyIdentity(`${head}.${payload}.AAAA`, expected)).toThrow('forged');
  });
});

describe('identity keys in the configuration', () => {
  test('are read in order, the signing one first', () => {
    const text = `new:${key.secret.toString('base64url')}, old:${previous.secret.toString('base64url')}`;
    expect(parseIdentityKeys(text)).toEqual([
      { kid: 'new', secret: key.secret },
      { kid: 'old', secret: previous.secret },
    ]);
  });

  test.each(['', 'short:AAAA', 'nocolon', ':AAAA'])('are refused when one is written "%s"', (text) => {
    expect(() => parseIdentityKeys(text)).toThrow('at least 32 bytes');
  });
});
