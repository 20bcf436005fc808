import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  bodyHash,
  type IdentityClaims,
  IdentityRefused,
  identityHeader,
  parseIdentityKeys,
  signIdentity,
  verifyIdentity,
} from './identity-token.ts';

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
    ['is longer than any honest one', 'x'.repeat(16_000), 'too long'],
    ['is for another subgraph', tokenWith({ aud: 'archive' }), 'another subgraph'],
    ['comes from another issuer', tokenWith({ iss: 'someone' }), 'another issuer'],
    ['has expired', tokenWith({ iat: now - 60, exp: now - 30 }), 'expired'],
    ['has no expiry', tokenWith({ exp: undefined }), 'expired'],
    ['is from the future', tokenWith({ iat: now + 20, exp: now + 40 }), 'future'],
    ['lives longer than a request', tokenWith({ exp: now + 3600 }), 'too long'],
    ['was captured with another body', tokenWith({ bh: bodyHash('{}') }), 'another body'],
    ['names nobody', tokenWith({ sub: undefined }), 'lacks a claim'],
    ['has scopes that are no list', tokenWith({ scopes: 'books:read' }), 'lacks a claim'],
    ['has roles that are no words', tokenWith({ roles: [7] }), 'lacks a claim'],
    ['has no deadline', tokenWith({ dl: undefined }), 'lacks a claim'],
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

describe('the form of an identity token', () => {
  const [head, payload, mac] = tokenWith({}).split('.');
  const refusalOf = (token: string) => {
    try {
      verifyIdentity(token, expected);
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(IdentityRefused);
      return (error as IdentityRefused).message;
    }
  };
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  /** Signed as it should be, whatever it holds. */
  const signed = (value: unknown) => {
    const text = `${head}.${written(value)}`;
    return `${text}.${createHmac('sha256', key.secret).update(text).digest('base64url')}`;
  };

  test('is that of a JWT of ours, which goes under the name of the network', () => {
    expect(JSON.parse(Buffer.from(head ?? '', 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'current' });
    expect(identityHeader).toBe('x-network-identity');
    expect(new IdentityRefused('x').name).toBe('IdentityRefused');
  });

  test.each([
    ['has no head', `.${payload}.${mac}`],
    ['has no content', `${head}..${mac}`],
    ['has no signature', `${head}.${payload}.`],
    ['has one part', 'a'],
    ['has four parts', `${head}.${payload}.${mac}.more`],
    ['has a head that is no JSON', `AAAA.${payload}.${mac}`],
    ['has a head that is a text', `${written('HS256')}.${payload}.${mac}`],
    ['has a head that is nothing', `${written(null)}.${payload}.${mac}`],
    ['holds a text', signed('claims')],
    ['holds nothing', signed(null)],
  ])('is not met by one that %s', (_why, token) => {
    expect(refusalOf(token)).toBe('identity token is malformed');
  });

  test('has a length that no honest one reaches', () => {
    expect(refusalOf('x'.repeat(15 * 1024 + 1))).toBe('identity token too long');
    expect(refusalOf('x'.repeat(15 * 1024))).toBe('identity token is malformed');
  });

  test('lets clocks differ by five seconds and no more', () => {
    const at = (iat: number) => refusalOf(tokenWith({ iat, exp: iat + 30 }));
    expect([at(now - 35), at(now + 5)]).toEqual([undefined, undefined]);
    expect([at(now - 36), at(now + 6)]).toEqual(['identity token has expired', 'identity token is from the future']);
  });

  test('holds when it was made', () => {
    expect(refusalOf(signed({ ...claims, iat: null }))).toBe('identity token is from the future');
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

  test.each(['', 'short:AAAA', 'nocolon', ':AAAA', `:${'A'.repeat(43)}`, `three:${'A'.repeat(43)}:parts`, `short:${'A'.repeat(41)}`])(
    'are refused when one is written "%s"',
    (text) => {
      expect(() => parseIdentityKeys(text)).toThrow('at least 32 bytes');
    },
  );
});
