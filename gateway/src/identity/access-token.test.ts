import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { identify } from './access-token.ts';
import { anonymous } from './caller.ts';
import { KnownTokens } from './known-tokens.ts';

const issuer = 'http://issuer.invalid';
const now = () => Math.floor(Date.now() / 1000);
const good = () => ({
  iss: issuer,
  aud: 'network-api',
  sub: 'person-1',
  client_id: 'console',
  scope: 'a:read  b:read',
  contract: 'member',
  roles: ['leader'],
  company: 'company_1',
  branch: 'tarn',
  hub: 'MA',
  class: 'batch',
  iat: now(),
  exp: now() + 600,
});
let sign: (claims: Record<string, unknown>, header?: Record<string, string>) => Promise<string>;
let keys: JWTVerifyGetKey;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] });
  sign = (claims, header = {}) => {
    const kept = Object.fromEntries(Object.entries({ ...good(), ...claims }).filter(([, value]) => value !== undefined));
    return new SignJWT(kept).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one', ...header }).sign(privateKey);
  };
});

const read = (header: string | undefined, by = keys, known = new KnownTokens()) =>
  identify(header, { issuer, audience: 'network-api', keys: by, known, denied: { has: () => false, names: () => false } });

async function refusal(header: string, by?: JWTVerifyGetKey): Promise<KnownError> {
  const error = await read(header, by).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnownError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.cause).toBeDefined();
  return error;
}

describe('who asks', () => {
  test('is nobody in particular without a header', async () => {
    expect(await read(undefined)).toBe(anonymous);
    expect(anonymous).toEqual({
      subject: 'anonymous',
      clientId: 'anonymous',
      roles: [],
      contract: 'public',
      scopes: [],
      serviceClass: 'interactive',
    });
  });

  test('is known for a moment after the signature was checked, and only by the very same token', async () => {
    const known = new KnownTokens();
    const token = await sign({});
    const first = await read(`Bearer ${token}`, keys, known);
    const noKeys: JWTVerifyGetKey = () => {
      throw new errors.JWKSNoMatchingKey();
    };
    expect(await read(`Bearer ${token}`, noKeys, known)).toBe(first);
    const other = await sign({ sub: 'person-2' });
    await expect(read(`Bearer ${other}`, noKeys, known)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(read(`Bearer ${token.slice(0, -4)}AAAA`, keys, known)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is not known beyond the end of the token, nor beyond the longest age of any', async () => {
    const clock = { time: Date.now() };
    const ends = { soon: { exp: now() + 60 }, old: { iat: now() - 840, exp: now() + 600 } };
    for (const claims of Object.values(ends)) {
      clock.time = Date.now();
      const known = new KnownTokens(600_000, 10, () => clock.time);
      const token = await sign(claims);
      await read(`Bearer ${token}`, keys, known);
      expect(known.callerOf(token)).toBeDefined();
      clock.time += 61_000;
      expect(known.callerOf(token)).toBeUndefined();
    }
  });

  test('is not known when the token was refused', async () => {
    const known = new KnownTokens();
    const token = await sign({ contract: 'unheard-of' });
    await expect(read(`Bearer ${token}`, keys, known)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(known.callerOf(token)).toBeUndefined();
  });

  test('is read from a good token, word by word', async () => {
    const caller = {
      subject: 'person-1',
      clientId: 'console',
      company: 'company_1',
      branch: 'tarn',
      hub: 'MA',
      roles: ['leader'],
      contract: 'member',
      scopes: ['a:read', 'b:read'],
      serviceClass: 'batch',
    };
    expect(await read(`Bearer ${await sign({})}`)).toEqual(caller);
    expect(await read(`bearer ${await sign({})}`)).toEqual(caller);
  });

  test('has no rights, roles or company that the token does not name', async () => {
    const bare = { scope: undefined, roles: undefined, company: undefined, branch: undefined, hub: undefined, class: undefined };
    expect(await read(`Bearer ${await sign(bare)}`)).toEqual({
      ...anonymous,
      subject: 'person-1',
      clientId: 'console',
      contract: 'member',
    });
  });

  test.each(['public', 'member', 'partner', 'reporting', 'internal'])('may come under the contract %s', async (contract) => {
    expect((await read(`Bearer ${await sign({ contract })}`)).contract).toBe(contract);
  });

  test.each(['interactive', 'partner', 'batch'])('may be served as %s', async (kind) => {
    expect((await read(`Bearer ${await sign({ class: kind })}`)).serviceClass).toBe(kind);
  });

  test('may have a clock that differs by seconds', async () => {
    expect((await read(`Bearer ${await sign({ exp: now() - 3 })}`)).subject).toBe('person-1');
    expect((await read(`Bearer ${await sign({ iat: now() + 3 })}`)).subject).toBe('person-1');
  });

  test('may have values just as long as they may be', async () => {
    const longest = {
      sub: 's'.repeat(200),
      client_id: 'c'.repeat(200),
      scope: 's'.repeat(1_500),
      roles: Array(50).fill('r'),
      company: 'c'.repeat(100),
    };
    expect((await read(`Bearer ${await sign({ ...longest, branch: 'b'.repeat(100), hub: 'h'.repeat(10) })}`)).subject).toHaveLength(200);
    expect((await read(`Bearer ${await sign({ roles: ['r'.repeat(100)], scope: 's'.repeat(4_000) })}`)).roles).toHaveLength(1);
  });
});

describe('a token is refused', () => {
  test.each([
    ['without the word Bearer', 'x.y.z'],
    ['under another scheme', 'Basic eDp5'],
    ['with something before it', 'xBearer x.y.z'],
    ['with something behind it', 'Bearer x.y.z and more'],
    ['when it is empty', 'Bearer '],
    ['when it is none', 'Bearer x'],
    ['when it is longer than any honest one', `Bearer ${'x'.repeat(8 * 1024 + 1)}`],
  ])('%s', async (_title, header) => {
    const { code, sentence } = await refusal(header);
    expect([code, sentence]).toEqual(['UNAUTHENTICATED', sentences.tokenRefused]);
  });

  test('for its length before it is looked at', async () => {
    const longest = (token: string) => refusal(`Bearer ${token}`).then(({ cause }) => cause);
    expect(await longest('x'.repeat(8 * 1024 + 1))).toBe('not a bearer token, or too long');
    expect(await longest('x'.repeat(8 * 1024))).toBeInstanceOf(errors.JWSInvalid);
  });

  const wrong: [string, Record<string, unknown>, Record<string, string>?][] = [
    ['of another issuer', { iss: 'http://other.invalid' }],
    ['for another audience', { aud: 'other' }],
    ['of another type', {}, { typ: 'JWT' }],
    ['of an unknown key', {}, { kid: 'two' }],
    ['without a subject', { sub: undefined }],
    ['without a client', { client_id: undefined }],
    ['without a time of issue', { iat: undefined }],
    ['without an end', { exp: undefined }],
    ['without a contract', { contract: undefined }],
    ['from the future', { iat: now() + 60 }],
    ['not yet to be used', { nbf: now() + 60 }],
    ['with an empty subject', { sub: '' }],
    ['with an empty client', { client_id: '' }],
    ['with a subject that is too long', { sub: 's'.repeat(201) }],
    ['with a client that is too long', { client_id: 'c'.repeat(201) }],
    ['of somebody who calls themselves anonymous', { sub: 'anonymous' }],
    ['with an empty contract', { contract: '' }],
    ['with a contract that is too long', { contract: 'c'.repeat(101) }],
    ['with a class that does not exist', { class: 'first' }],
    ['with scopes as a list', { scope: ['a'] }],
    ['with scopes that are too long', { scope: 's'.repeat(4_001) }],
    ['with one role as a text', { roles: 'leader' }],
    ['with too many roles', { roles: Array(51).fill('r') }],
    ['with a role that is too long', { roles: ['r'.repeat(101)] }],
    ['with a company that is too long', { company: 'c'.repeat(101) }],
    ['with a branch that is too long', { branch: 'b'.repeat(101) }],
    ['with a hub that is too long', { hub: 'h'.repeat(11) }],
  ];
  test.each(wrong.map(([title, claims, header = {}]) => [title, claims, header] as const))('%s', async (_title, claims, header) => {
    const { code, sentence } = await refusal(`Bearer ${await sign(claims, header)}`);
    expect([code, sentence]).toEqual(['UNAUTHENTICATED', sentences.tokenRefused]);
  });

  test('once it has expired, or is older than any may become, and is told so', async () => {
    for (const claims of [{ exp: now() - 60 }, { iat: now() - 1_000, exp: now() + 600 }]) {
      const { code, sentence } = await refusal(`Bearer ${await sign(claims)}`);
      expect([code, sentence]).toEqual(['UNAUTHENTICATED', sentences.tokenExpired]);
    }
  });

  test('under a contract that does not exist, which is no fault of the token', async () => {
    for (const contract of ['everything', 'c'.repeat(100)])
      await expect(read(`Bearer ${await sign({ contract })}`)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        sentence: sentences.unknownContract,
      });
  });

  test('when its algorithm is none of ours', async () => {
    const secret = new TextEncoder().encode('a secret of at least thirty-two bytes');
    const token = await new SignJWT(good()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(secret);
    expect((await refusal(`Bearer ${token}`, async () => secret)).sentence).toBe(sentences.tokenRefused);
  });

  test('when it was changed', async () => {
    const [head, , mac] = (await sign({})).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good(), scope: 'everything' })).toString('base64url');
    expect((await refusal(`Bearer ${head}.${payload}.${mac}`)).sentence).toBe(sentences.tokenRefused);
  });

  test.each([
    ['no key fits', new errors.JWKSNoMatchingKey()],
    ['several keys fit', new errors.JWKSMultipleMatchingKeys()],
    ['its form is not supported', new errors.JOSENotSupported()],
    ['it is no JWT', new errors.JWTInvalid()],
  ])('when %s', async (_title, error) => {
    const { code } = await refusal(`Bearer ${await sign({})}`, async () => {
      throw error;
    });
    expect(code).toBe('UNAUTHENTICATED');
  });
});

test('whatever else goes wrong is not blamed on the caller', async () => {
  for (const error of [new errors.JWKSTimeout(), new Error('the network is down')]) {
    const { code, sentence, cause } = await refusal(`Bearer ${await sign({})}`, async () => {
      throw error;
    });
    expect([code, sentence, cause]).toEqual(['SUBGRAPH_UNAVAILABLE', sentences.issuerUnreachable, error]);
  }
});
