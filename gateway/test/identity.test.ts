import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { library } from './support/library.ts';
import { SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const now = () => Math.floor(Date.now() / 1000);
const ask = (authorization: string) => network.ask('{ echo(text: "in") }', { headers: { authorization } });

describe('who asks', () => {
  test('without a token it is everybody, with what is public', async () => {
    const { data } = await network.ask('{ echo(text: "in") }');
    expect(data).toEqual({ echo: 'in' });
    expect(network.subgraph('books').received[0]?.claims).toMatchObject({
      sub: 'anonymous',
      contract: 'public',
      scopes: [],
      roles: [],
      lang: 'en',
    });
  });

  test('what the token says reaches the subgraph, signed for it alone and for half a minute', async () => {
    const token = await network.issuer.token({ branch: 'north', hub: 'MA', class: 'partner' });
    const answer = await network.ask('{ book(id: "1") { title price } }', {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'fr-FR,en;q=0.5' },
    });
    const { claims } = network.subgraph('books').received[0] ?? {};
    expect(claims).toMatchObject({
      iss: 'gateway',
      aud: 'books',
      sub: 'person-1',
      client_id: 'console',
      contract: 'member',
      scopes: ['members:read', 'export:read'],
      roles: ['leader'],
      company: 'company_1',
      branch: 'north',
      hub: 'MA',
      class: 'partner',
      lang: 'fr',
      txn: answer.headers.get('x-request-id'),
    });
    expect((claims?.exp ?? 0) - (claims?.iat ?? 0)).toBe(30);
    expect(claims?.dl).toBeGreaterThan(Date.now());
    expect(network.subgraph('stock').received[0]?.claims.aud).toBe('stock');
    expect(network.subgraph('stock').received[0]?.claims.bh).not.toBe(claims?.bh);
  });

  test('nothing else of the client’s request reaches a subgraph', async () => {
    const token = await network.issuer.token();
    await network.ask('{ echo }', {
      headers: {
        authorization: `Bearer ${token}`,
        cookie: 'a=b',
        'x-network-identity': 'mine',
        'x-forwarded-for': '1.2.3.4',
        'x-anything': 'else',
      },
    });
    const headers = network.subgraph('books').received[0]?.headers ?? {};
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'connection', 'content-length', 'content-type', 'host', 'x-network-identity'].filter((name) => name in headers),
    );
    expect(JSON.stringify(headers)).not.toContain(token);
    expect(headers['x-network-identity']).not.toBe('mine');
  });
});

const badTokens: Record<string, () => Promise<string>> = {
  'no token': async () => 'Bearer',
  'an empty token': async () => 'Bearer ',
  'another scheme': async () => `Basic ${await network.issuer.token()}`,
  'two tokens': async () => `Bearer ${await network.issuer.token()} ${await network.issuer.token()}`,
  'no JWT': async () => 'Bearer abc',
  'a JWT of three empty parts': async () => 'Bearer ..',
  'a token without signature': async () =>
    `Bearer ${new UnsecuredJWT({ sub: 'a', client_id: 'b', contract: 'internal' }).setExpirationTime('5m').setIssuedAt().encode()}`,
  'a cut signature': async () => `Bearer ${(await network.issuer.token()).slice(0, -4)}`,
  'a changed payload': async () => {
    const [head, payload = '', signature] = (await network.issuer.token()).split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), contract: 'internal' };
    return `Bearer ${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
  },
  'a key of one’s own': async () => `Bearer ${await network.issuer.token({}, { key: (await generateKeyPair('ES256')).privateKey })}`,
  'a key nobody knows': async () => `Bearer ${await network.issuer.token({}, { header: { kid: 'two' } })}`,
  'a symmetric signature': async () => {
    const claims = { iss: 'x', aud: 'network-api', sub: 'a', client_id: 'b', contract: 'internal', iat: now(), exp: now() + 60 };
    return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'one' }).sign(Buffer.alloc(32))}`;
  },
  'an identity token instead of an access token': async () => `Bearer ${await network.issuer.token({}, { header: { typ: 'JWT' } })}`,
  'another issuer': async () => `Bearer ${await network.issuer.token({ iss: 'http://elsewhere.invalid' })}`,
  'another audience': async () => `Bearer ${await network.issuer.token({ aud: 'somebody-else' })}`,
  'no audience': async () => `Bearer ${await network.issuer.token({ aud: undefined })}`,
  'no subject': async () => `Bearer ${await network.issuer.token({ sub: undefined })}`,
  'the subject of those without a token': async () => `Bearer ${await network.issuer.token({ sub: 'anonymous' })}`,
  'no client': async () => `Bearer ${await network.issuer.token({ client_id: undefined })}`,
  'no contract': async () => `Bearer ${await network.issuer.token({ contract: undefined })}`,
  'roles of the wrong kind': async () => `Bearer ${await network.issuer.token({ roles: 'leader' })}`,
  'no expiry': async () => `Bearer ${await network.issuer.token({ exp: undefined })}`,
  'an expiry in the past': async () => `Bearer ${await network.issuer.token({ exp: now() - 60, iat: now() - 120 })}`,
  'no time of issue': async () => `Bearer ${await network.issuer.token({ iat: undefined })}`,
  'a time of issue long ago': async () => `Bearer ${await network.issuer.token({ iat: now() - 3_600, exp: now() + 600 })}`,
  'a time of issue to come': async () => `Bearer ${await network.issuer.token({ iat: now() + 600, exp: now() + 900 })}`,
  'a time before which it does not count': async () => `Bearer ${await network.issuer.token({ nbf: now() + 600 })}`,
  'more than eight kilobytes': async () => `Bearer ${await network.issuer.token({ roles: ['x'.repeat(9_000)] })}`,
};

describe('a token is refused when it has', () => {
  test.each(Object.keys(badTokens))('%s', async (name) => {
    const { status, errors, headers, text } = await ask((await badTokens[name]?.()) ?? '');
    expect(status).toBe(401);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(errors[0]?.message).toMatch(/Get a new one/);
    expect(errors[0]?.extensions.reference).toBe(headers.get('x-request-id'));
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(text).not.toContain('"data"');
    expect(network.fetches).toEqual([]);
  });
});

test('a refused token is explained in French to those who read French', async () => {
  const { errors } = await network.ask('{ echo }', { headers: { authorization: 'Bearer x', 'accept-language': 'fr' } });
  expect(errors[0]?.message).toMatch(/Demandez-en un nouveau/);
});

test('while the issuer does not answer nobody with a token gets in, and nobody is blamed for it', async () => {
  const fresh = await SmallNetwork.start(library);
  try {
    const token = await fresh.issuer.token();
    fresh.issuer.isDown = true;
    const refused = await fresh.ask('{ echo }', { headers: { authorization: `Bearer ${token}` } });
    expect(refused.status).toBe(503);
    expect(refused.errors[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(refused.errors[0]?.message).toMatch(/Try again/);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect((await fresh.ask('{ echo(text: "public") }')).data).toEqual({ echo: 'public' });
    fresh.issuer.isDown = false;
    expect((await fresh.ask('{ echo(text: "in") }', { headers: { authorization: `Bearer ${token}` } })).data).toEqual({ echo: 'in' });
  } finally {
    await fresh.close();
  }
});
